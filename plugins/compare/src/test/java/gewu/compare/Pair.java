package gewu.compare;

import gewu.api.report.Report;
import gewu.testkit.SampleReport;
import java.util.List;
import java.util.stream.Collectors;

/// Two paragraphs and what differs between them, written so that a test can be read.
final class Pair {
    private Pair() {}

    static Wording paragraph(String text) {
        Report report = SampleReport.of("r", text);
        return Wording.of(report, report.paragraphs().getFirst());
    }

    static Difference difference(String before, String after) {
        return Difference.of(paragraph(before), paragraph(after));
    }

    /// `数字 5.76万元→6.02万元`, `文字 少→多`, in reading order.
    static List<String> told(Difference difference) {
        return difference.parts().stream()
                .filter(it -> it.kind() != Difference.Kind.SAME)
                .map(it -> (it.kind() == Difference.Kind.FIGURES ? "数字 " : "文字 ")
                        + difference
                                .before()
                                .passage(it.fromBefore(), it.toBefore())
                                .text() + "→"
                        + difference
                                .after()
                                .passage(it.fromAfter(), it.toAfter())
                                .text())
                .collect(Collectors.toList());
    }
}
