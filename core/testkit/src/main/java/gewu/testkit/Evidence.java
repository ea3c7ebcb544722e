package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.CleanText;
import gewu.api.report.Passage;
import gewu.api.report.Report;

/// Evidence is found where it claims.
final class Evidence {
    private Evidence() {}

    static void standsIn(Report report, Passage passage) {
        assertThat(passage.report()).isEqualTo(report.id());
        assertThat(passage.end()).isLessThanOrEqualTo(report.text().length());
        assertThat(passage).isEqualTo(report.passage(passage.start(), passage.end()));
        assertThat(passage.text()).isNotBlank();
    }

    /// Words as a reader compares them: width folded, no white space.
    static String plain(String words) {
        return CleanText.of(words).text().replace(" ", "");
    }

    static void isShare(double confidence) {
        assertThat(confidence).isBetween(0.0, 1.0);
    }
}
