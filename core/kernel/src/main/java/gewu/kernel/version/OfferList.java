package gewu.kernel.version;

import gewu.api.report.ReportSummary;
import gewu.kernel.report.OfficeSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A list of offers for the spreadsheet programs of the office.
final class OfferList {
    private OfferList() {}

    static void write(List<VersionOffer> offers, Map<String, ReportSummary> byId, Path to) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("状态", "state", "旧", "旧文件", "新", "新文件", "标题", "相同", "说明", "时间"));
        offers.forEach(it -> lines.add(line(it, byId)));
        OfficeSheet.write(to, lines);
    }

    private static List<String> line(VersionOffer it, Map<String, ReportSummary> byId) {
        return List.of(
                it.state().label().zh(),
                it.state().id(),
                it.older(),
                file(byId, it.older()),
                it.newer(),
                file(byId, it.newer()),
                title(byId, it.newer()),
                VersionPanels.percent(it),
                VersionPanels.remark(it).zh(),
                it.offeredAt().toString());
    }

    private static String file(Map<String, ReportSummary> byId, String report) {
        return Optional.ofNullable(byId.get(report)).map(ReportSummary::file).orElse("");
    }

    private static String title(Map<String, ReportSummary> byId, String report) {
        return Optional.ofNullable(byId.get(report))
                .map(it -> it.facts().title())
                .orElse("");
    }
}
