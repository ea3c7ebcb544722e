package gewu.importweb;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.testkit.TemporaryWorkbench;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.IOUtils;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginTest {
    @Test
    void readsPagesHoweverTheyAreNamedInAClassLoaderOfItsOwn(@TempDir Path folder) throws Exception {
        Path incoming = Files.createDirectories(folder.resolve("来件"));
        Files.write(incoming.resolve("a.html"), Web.site(Web.PARAGRAPHS).getBytes(StandardCharsets.UTF_8));
        Files.write(
                incoming.resolve("b.xhtml"),
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/>"
                                + "<script src=\"a.js\"/></head><body><a id=\"x\"/>" + Web.PARAGRAPHS
                                + "</body></html>")
                        .getBytes(StandardCharsets.UTF_8));
        Files.writeString(incoming.resolve("c.mhtml"), MhtmlImporterTest.byBrowser());
        Files.write(incoming.resolve("d.doc"), MhtmlImporterTest.byOldBrowser("gb2312"));
        List<Brought> brought = new ArrayList<>();
        try (TemporaryWorkbench bench = TemporaryWorkbench.in(folder)
                .plugin(HtmlImporter.class, Jsoup.class, MimeTokenStream.class, IOUtils.class)
                .enter()) {
            bench.house().intake().bringIn(List.of(incoming), Intake.Overrides.NONE, Progress.NONE, brought::add);
        }
        assertThat(brought)
                .hasSize(4)
                .allSatisfy(it ->
                        assertThat(it.state()).as(it.toString()).isIn(Brought.State.IMPORTED, Brought.State.DUPLICATE));
    }
}
