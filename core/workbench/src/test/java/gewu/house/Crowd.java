package gewu.house;

import gewu.testkit.ReportGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

/// A workspace with as many made reports as a benchmark wants, one of sixty pages among them, and a ledger of what they
/// admit. It takes a while to fill: with `-Dgewu.crowd=FOLDER` it is kept there, and what is there is taken as it is.
final class Crowd {
    /// Words that stand in most reports.
    static final String WORDS = "绩效目标";
    /// The unit of the long report.
    static final String LONG = "青禾县水务局";

    private static final int PAGES = 60;
    private static final int CHARACTERS_OF_A_PAGE = 900;

    private Crowd() {}

    /// @param temporary where the reports and the workspace go that nobody wants to keep
    static Path workspace(Path temporary, int reports) throws IOException, InterruptedException {
        String kept = System.getProperty("gewu.crowd", "");
        Path folder = kept.isEmpty() ? temporary : Files.createDirectories(Path.of(kept, Integer.toString(reports)));
        Path workspace = folder.resolve("workspace");
        Path done = folder.resolve("done");
        if (Files.exists(done)) {
            return workspace;
        }
        Path files = Files.createDirectories(folder.resolve("来件"));
        ReportGenerator generator = new ReportGenerator(7);
        for (int i : IntStream.range(0, reports).toArray()) {
            ReportGenerator.Generated made = generator.report(i);
            Files.writeString(files.resolve(made.name()), made.text());
        }
        Files.writeString(files.resolve("长报告.txt"), longReport());
        Distribution gewu = new Distribution(workspace, folder).patientFor(Duration.ofHours(3));
        succeed(gewu.call("import", files.toString(), "--json"));
        gewu.call("ledger", "take", "--json");
        Files.createFile(done);
        return workspace;
    }

    /// A report of sixty pages.
    static String longReport() {
        ReportGenerator generator = new ReportGenerator(8);
        StringBuilder text = new StringBuilder(LONG + "2023年度部门整体支出绩效自评报告\n");
        int written = 0;
        int pages = 1;
        for (int i = 0; pages < PAGES; i++) {
            for (String line : generator.report(i).text().split("\n", -1)) {
                text.append(line).append('\n');
                written += line.length();
                if (written > CHARACTERS_OF_A_PAGE && pages < PAGES) {
                    text.append('\f');
                    pages++;
                    written = 0;
                }
            }
        }
        return text.toString();
    }

    private static void succeed(Distribution.Answer answer) {
        if (answer.status() != 0) {
            throw new AssertionError(answer.err());
        }
    }
}
