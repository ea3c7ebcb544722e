package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.metric.Metric;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.testkit.SampleReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The figures of our own passages, with words, indicator, role, direction, period and value.
final class PassagesTest {
    private static final double LEAST = 0.97;
    private static final double LEAST_OF_MORE = 0.98;
    private static final int COLUMNS = 6;

    @Test
    void nearlyAllFiguresOfOurPassagesAreReadWhole() {
        GeneralExtractor extractor = new GeneralExtractor(Packs.own());
        int wanted = 0;
        int found = 0;
        int right = 0;
        int more = 0;
        int moreRight = 0;
        List<String> wrong = new ArrayList<>();
        for (Passages.Passage passage : Passages.all()) {
            ReportFacts facts =
                    new ReportFacts("2021年度自评报告", passage.reporter(), "临江市", 2021, ReportKind.WHOLE_DEPARTMENT);
            Report report = SampleReport.of("r", 1, facts, passage.text());
            List<String> left = new ArrayList<>(passage.figures());
            wanted += left.size();
            for (Metric metric : extractor.extract(report)) {
                if (metric.canonical().isEmpty()) {
                    continue;
                }
                found++;
                Optional<String> same = left.stream()
                        .filter(it -> plain(it).equals(line(metric)))
                        .findFirst();
                if (same.isEmpty()) {
                    wrong.add("read   " + line(metric) + "\t" + metric.why());
                    continue;
                }
                right++;
                left.remove(same.get());
                for (String field : more(same.get())) {
                    more++;
                    if (field(metric, field).equals(field)) {
                        moreRight++;
                    } else {
                        wrong.add(field(metric, field) + " for " + field + " of " + line(metric));
                    }
                }
            }
            left.forEach(it -> wrong.add("missed " + it));
        }
        double score = 2.0 * right / (found + wanted);
        assertThat(score)
                .as("F1 of " + wanted + " figures, " + found + " read, " + right + " right:\n"
                        + String.join("\n", wrong))
                .isGreaterThanOrEqualTo(LEAST);
        assertThat((double) moreRight / more)
                .as("other fields: " + moreRight + " of " + more + ":\n" + String.join("\n", wrong))
                .isGreaterThanOrEqualTo(LEAST_OF_MORE);
    }

    /// The columns that every figure has.
    private static String plain(String line) {
        return String.join("\t", cells(line).subList(0, COLUMNS)).replace("\\n", "\n");
    }

    /// The fields that only some lines name, such as `base=2020`.
    private static List<String> more(String line) {
        return cells(line).subList(COLUMNS, cells(line).size());
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\t"));
    }

    /// What a figure says of the field that `expected` names.
    private static String field(Metric it, String expected) {
        String name = expected.substring(0, expected.indexOf('='));
        return name + "="
                + switch (name) {
                    case "base" -> it.base().period();
                    case "basis" -> it.basis();
                    case "q" -> it.qualifier();
                    default -> throw new IllegalArgumentException(expected);
                };
    }

    private static String line(Metric it) {
        return String.join(
                "\t",
                it.passage().text(),
                it.canonical(),
                it.kind().id(),
                it.direction() == Metric.Direction.NONE ? "-" : it.direction().id(),
                it.period().equals("2021") ? "." : it.period(),
                it.known().map(value -> value.toPlainString()).orElse("-"));
    }
}
