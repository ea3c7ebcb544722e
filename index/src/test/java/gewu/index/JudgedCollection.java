package gewu.index;

import gewu.api.intake.Outline;
import gewu.api.intake.Sectioner;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.Section;
import gewu.api.report.SourceText;
import gewu.testkit.TemporaryWorkbench;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reports, and questions of which is known what a person wants to see first.
///
/// @param name     for the table
/// @param hasTitles whether the headings above a paragraph are indexed
record JudgedCollection(String name, boolean hasTitles, List<Report> reports, List<Topic> topics) {
    private static final int NEEDED = 2;

    JudgedCollection {
        reports = List.copyOf(reports);
        topics = List.copyOf(topics);
    }

    /// A question.
    ///
    /// @param grades by place: 2 answers it, 1 touches it; whatever is not there is beside the point
    record Topic(String words, Map<Place, Integer> grades) {
        Topic {
            grades = Map.copyOf(grades);
        }
    }

    /// A paragraph of a report.
    record Place(String report, int paragraph) {}

    /// The sample reports, cut as the house cuts them, with the questions of `relevance.tsv`.
    static JudgedCollection judged(Path folder) throws IOException {
        List<Report> reports = seeds(folder);
        Map<String, Map<Place, Integer>> grades = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/gewu/index/relevance.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t");
            Place place = placeOf(cells[3], report(reports, cells[2]));
            Integer before =
                    grades.computeIfAbsent(cells[0], _ -> new LinkedHashMap<>()).put(place, Integer.valueOf(cells[1]));
            if (before != null) {
                throw new IllegalStateException(line + " is judged twice.");
            }
        }
        return new JudgedCollection("judged", true, reports, topics(grades));
    }

    /// The sample reports without their headings; each heading asks for the paragraphs of its own
    /// section. Headings with the same words, in whatever report, are one question.
    static JudgedCollection titles(Path folder) throws IOException {
        return titles("title → section", seeds(folder), false);
    }

    /// The same, and the headings above a paragraph are known to the index.
    static JudgedCollection titlesKnown(Path folder) throws IOException {
        return titles("title → section, headings known", seeds(folder), true);
    }

    static JudgedCollection titles(String name, List<Report> all, boolean hasTitles) {
        List<Report> reports = new ArrayList<>();
        Map<String, Map<Place, Integer>> grades = new LinkedHashMap<>();
        for (Report report : all) {
            List<Paragraph> bodies = bodies(report);
            for (Section section : report.sections()) {
                for (Paragraph body : bodies) {
                    if (section.start() <= body.start() && body.end() <= section.end()) {
                        grades.computeIfAbsent(SearchText.of(section.heading()).toString(), _ -> new LinkedHashMap<>())
                                .put(new Place(report.id(), body.number()), NEEDED);
                    }
                }
            }
            reports.add(new Report(report.id(), 1, report.facts(), report.source(), bodies, report.sections()));
        }
        return new JudgedCollection(name, hasTitles, reports, topics(grades));
    }

    /// The paragraphs without the headings they open with; without those that are nothing else.
    private static List<Paragraph> bodies(Report report) {
        List<Paragraph> bodies = new ArrayList<>();
        for (Paragraph paragraph : report.paragraphs()) {
            int start = paragraph.start();
            for (Section section : report.sections()) {
                if (section.start() == paragraph.start()) {
                    start = Math.max(start, section.headingEnd());
                }
            }
            boolean hasWords = report.text()
                    .substring(Math.min(start, paragraph.end()), paragraph.end())
                    .codePoints()
                    .anyMatch(Character::isLetterOrDigit);
            if (hasWords) {
                bodies.add(new Paragraph(
                        bodies.size() + 1, paragraph.page(), paragraph.section(), start, paragraph.end()));
            }
        }
        return bodies;
    }

    private static List<Topic> topics(Map<String, Map<Place, Integer>> grades) {
        return grades.entrySet().stream()
                .map(it -> new Topic(it.getKey(), it.getValue()))
                .toList();
    }

    private static List<Report> seeds(Path folder) throws IOException {
        Path seeds = Path.of(System.getProperty("gewu.root", ".."), "seeds", "reports");
        List<Report> reports = new ArrayList<>();
        try (TemporaryWorkbench bench = TemporaryWorkbench.in(folder).enter();
                Stream<Path> files = Files.list(seeds)) {
            Sectioner sectioner = bench.extension(Sectioner.class, "headings");
            for (Path file : files.sorted().toList()) {
                SourceText source = SourceText.onePage(decoded(Files.readAllBytes(file)));
                Outline outline = sectioner.cut(source);
                String name = file.getFileName().toString();
                ReportFacts facts = new ReportFacts(name, name.split("-")[1], "", 0, ReportKind.OTHER);
                reports.add(
                        new Report(name.substring(0, 3), 1, facts, source, outline.paragraphs(), outline.sections()));
            }
        }
        return reports;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private static Report report(List<Report> reports, String id) {
        return reports.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    /// The paragraph that begins with `opening`, white space aside; `#2` behind it means the second such one.
    private static Place placeOf(String opening, Report report) {
        int mark = opening.lastIndexOf('#');
        int wanted = mark < 0 ? 1 : Integer.parseInt(opening.substring(mark + 1));
        String words = mark < 0 ? opening : opening.substring(0, mark);
        int[] found = report.paragraphs().stream()
                .filter(it -> report.textOf(it).replaceAll("[\\s\\uFEFF]+", "").startsWith(words))
                .mapToInt(Paragraph::number)
                .toArray();
        if (found.length < wanted || mark < 0 && found.length > 1) {
            throw new IllegalStateException(
                    "“" + opening + "” begins " + found.length + " paragraphs of report " + report.id() + ".");
        }
        return new Place(report.id(), found[wanted - 1]);
    }

    /// Half of the questions: those with an even or those with an odd number.
    JudgedCollection half(int odd) {
        List<Topic> half = IntStream.range(0, topics.size())
                .filter(i -> i % 2 == odd)
                .mapToObj(topics::get)
                .toList();
        return new JudgedCollection(name + (odd == 0 ? ", even" : ", odd"), hasTitles, reports, half);
    }
}
