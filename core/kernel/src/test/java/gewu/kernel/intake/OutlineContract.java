package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Outline;
import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Section;
import gewu.api.report.SourceText;

/// What holds for every outline, whatever the text.
final class OutlineContract {
    private OutlineContract() {}

    static void holdsFor(SourceText source, Outline outline) {
        String text = source.text();
        int at = 0;
        int number = 0;
        int section = 0;
        for (Paragraph paragraph : outline.paragraphs()) {
            assertThat(paragraph.number()).isEqualTo(++number);
            assertThat(paragraph.start()).isGreaterThanOrEqualTo(at).isLessThan(paragraph.end());
            assertThat(isBlank(text, at, paragraph.start())).isTrue();
            assertThat(CleanText.isSpace(text.charAt(paragraph.start()))).isFalse();
            assertThat(CleanText.isSpace(text.charAt(paragraph.end() - 1))).isFalse();
            assertThat(paragraph.page()).isEqualTo(source.pageAt(paragraph.start()));
            assertThat(paragraph.section())
                    .isBetween(section, outline.sections().size());
            section = paragraph.section();
            if (section > 0) {
                Section around = outline.sections().get(section - 1);
                assertThat(paragraph.start()).isGreaterThanOrEqualTo(around.start());
                assertThat(paragraph.end()).isLessThanOrEqualTo(around.end());
            }
            at = paragraph.end();
        }
        assertThat(isBlank(text, at, text.length())).isTrue();
        int start = 0;
        for (Section each : outline.sections()) {
            assertThat(outline.sections().get(each.number() - 1)).isSameAs(each);
            assertThat(each.start()).isGreaterThanOrEqualTo(start);
            assertThat(each.headingEnd()).isGreaterThan(each.start()).isLessThanOrEqualTo(each.end());
            assertThat(each.heading()).isNotBlank();
            if (each.parent() == 0) {
                assertThat(each.level()).isEqualTo(1);
            } else {
                Section parent = outline.sections().get(each.parent() - 1);
                assertThat(each.level()).isEqualTo(parent.level() + 1);
                assertThat(each.start()).isGreaterThan(parent.start());
                assertThat(each.end()).isLessThanOrEqualTo(parent.end());
            }
            start = each.start() + 1;
        }
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!CleanText.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
