package gewu.kernel.version;

import de.siegmar.fastcsv.writer.CsvWriter;
import gewu.api.report.ReportSummary;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A list of offers as CSV: UTF-8 with a byte order mark, as spreadsheet programs of the office need it.
final class OfferList {
    private OfferList() {}

    static void write(List<VersionOffer> offers, Map<String, ReportSummary> byId, Path to) throws IOException {
        try (Writer out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
            out.write('\ufeff');
            try (CsvWriter csv = CsvWriter.builder().build(out)) {
                csv.writeRecord("状态", "state", "旧", "旧文件", "新", "新文件", "标题", "相同", "说明", "时间");
                for (VersionOffer it : offers) {
                    csv.writeRecord(
                            it.state().label().zh(),
                            it.state().id(),
                            it.older(),
                            harmless(file(byId, it.older())),
                            it.newer(),
                            harmless(file(byId, it.newer())),
                            harmless(title(byId, it.newer())),
                            VersionPanels.percent(it),
                            VersionPanels.remark(it).zh(),
                            it.offeredAt().toString());
                }
            }
        }
    }

    private static String file(Map<String, ReportSummary> byId, String report) {
        return Optional.ofNullable(byId.get(report)).map(ReportSummary::file).orElse("");
    }

    private static String title(Map<String, ReportSummary> byId, String report) {
        return Optional.ofNullable(byId.get(report)).map(it -> it.facts().title()).orElse("");
    }

    /// A file may be named like a formula; in a spreadsheet it stays a name.
    private static String harmless(String words) {
        return !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }
}
