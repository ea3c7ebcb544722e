package gewu.index;

import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SourceText;
import gewu.index.JudgedCollection.Place;
import gewu.index.JudgedCollection.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Texts that others published, read from a folder outside the project: each `.md` and `.csv` file is a report, each
/// line that is not blank a paragraph.
final class RealTexts {
    private static final Pattern HEADING = Pattern.compile("#+ *(第[一二三四五六七八九十百零]+[章节编][ 　]*)?");
    private static final Pattern SAYS_LITTLE = Pattern.compile("总 *则|附 *则|罚 *则|其他.*|法律责任");

    private final List<Report> reports = new ArrayList<>();
    private final Map<String, Map<Place, Integer>> sections = new LinkedHashMap<>();

    /// @param every 1 takes each file, 4 every fourth
    static RealTexts in(Path folder, int every) throws IOException {
        RealTexts texts = new RealTexts();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(it -> it.toString().matches(".*\\.(md|csv)"))
                    .filter(it -> !it.toString().matches(".*(案例|manifest|failures).*"))
                    .sorted()
                    .toList();
            for (int i = 0; i < all.size(); i += every) {
                texts.add(all.get(i));
            }
        }
        return texts;
    }

    List<Report> reports() {
        return reports;
    }

    /// Titles of chapters that ask for the paragraphs below them, in whatever text; the titles themselves are not
    /// indexed.
    JudgedCollection titles(int most) {
        List<Topic> topics = sections.entrySet().stream()
                .filter(it -> it.getValue().size() > 1)
                .map(it -> new Topic(it.getKey(), it.getValue()))
                .toList();
        int count = Math.min(most, topics.size());
        List<Topic> some = IntStream.range(0, count)
                .mapToObj(i -> topics.get((int) ((long) i * topics.size() / count)))
                .toList();
        return new JudgedCollection("public titles → section", false, reports, some);
    }

    private void add(Path file) throws IOException {
        String id = "text " + (reports.size() + 1);
        StringBuilder text = new StringBuilder();
        List<Paragraph> paragraphs = new ArrayList<>();
        String chapter = "";
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("#")) {
                chapter = line.startsWith("# ") ? "" : HEADING.matcher(line).replaceFirst("");
            } else if (!line.isBlank() && !line.startsWith("<!--")) {
                int number = paragraphs.size() + 1;
                paragraphs.add(new Paragraph(number, 1, 0, text.length(), text.length() + line.length()));
                text.append(line).append('\n');
                if (!chapter.isBlank() && !SAYS_LITTLE.matcher(chapter).matches()) {
                    sections.computeIfAbsent(chapter, _ -> new LinkedHashMap<>())
                            .put(new Place(id, number), 2);
                }
            }
        }
        if (!paragraphs.isEmpty()) {
            ReportFacts facts = new ReportFacts(id, "", "", 0, ReportKind.OTHER);
            reports.add(new Report(id, 1, facts, SourceText.onePage(text.toString()), paragraphs, List.of()));
        }
    }
}
