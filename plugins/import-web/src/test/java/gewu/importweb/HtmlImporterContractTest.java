package gewu.importweb;

import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.testkit.ImporterContract;
import java.nio.charset.StandardCharsets;
import java.util.List;

class HtmlImporterContractTest extends ImporterContract {
    @Override
    protected ReportImporter importer() {
        return new HtmlImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        String page = Web.site(Web.PARAGRAPHS + "<table border=1><tr><td>指标<td>得分<tr><td>办结率<td>9.5</table>");
        return List.of(
                Web.file(page.getBytes(StandardCharsets.UTF_8)),
                Web.file(page.replace("charset=\"utf-8\"", "charset=\"gb2312\"").getBytes(Web.GBK)),
                Web.file(Web.page(Web.PARAGRAPHS).getBytes(StandardCharsets.UTF_16LE)));
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                Web.file(new byte[0]),
                Web.file(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}),
                Web.file(Web.page("<div>&nbsp;</div>").getBytes(StandardCharsets.UTF_8)),
                Web.file("<frameset><frame src=a.htm></frameset>".getBytes(StandardCharsets.UTF_8)));
    }
}
