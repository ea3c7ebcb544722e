package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.LaidPage;
import gewu.api.intake.Reading;
import gewu.api.report.Box;
import gewu.api.report.Doubt;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import java.io.IOException;

/// What holds of every reading, whatever the file was.
final class Soundness {
    private Soundness() {}

    static void check(Reading.Refused refused) {
        assertThat(refused.why()).as("why it was refused").isNotBlank();
        assertThat(refused.remedy()).as("the next move").isNotBlank();
    }

    static void check(IOException allowed) {
        assertThat(allowed.getMessage()).as("message of %s", allowed.getClass()).isNotBlank();
    }

    static void check(LaidPage page, int number) {
        assertThat(page.number()).as("number of a page").isEqualTo(number);
        assertThat(page.width()).as("width of page %d", number).isPositive().isFinite();
        assertThat(page.height()).as("height of page %d", number).isPositive().isFinite();
        assertThat(page.pictured()).as("share of pictures on page %d", number).isBetween(0.0, 1.0);
        for (LaidPage.Glyph glyph : page.glyphs()) {
            Box box = glyph.box();
            boolean isSomewhere = Double.isFinite(box.left() + box.top() + box.right() + box.bottom() + glyph.size());
            assertThat(isSomewhere && box.left() <= box.right() && box.top() <= box.bottom())
                    .as("place of %s", glyph)
                    .isTrue();
        }
        for (LaidPage.Rule rule : page.rules()) {
            assertThat(Double.isFinite(rule.x1() + rule.y1() + rule.x2() + rule.y2()))
                    .as("place of %s", rule)
                    .isTrue();
        }
    }

    /// Pages cover the text (that they do is checked as it is made), tables and cells lie in it and don't overlap.
    static void check(Reading.Text reading) {
        SourceText source = reading.source();
        for (int i = 0; i < source.pages().size(); i++) {
            assertThat(source.pages().get(i).number()).as("number of a page").isEqualTo(i + 1);
        }
        int at = 0;
        for (int i = 0; i < source.tables().size(); i++) {
            Table table = source.tables().get(i);
            assertThat(table.number()).as("number of a table").isEqualTo(i + 1);
            assertThat(table.start()).as("start of table %d", i + 1).isGreaterThanOrEqualTo(at);
            check(table, source.text());
            at = table.end();
        }
        at = 0;
        for (Doubt doubt : source.doubts()) {
            assertThat(doubt.start()).as("start of a doubt").isGreaterThanOrEqualTo(at);
            assertThat(doubt.end())
                    .as("end of a doubt")
                    .isBetween(doubt.start(), source.text().length());
            at = doubt.end();
        }
    }

    private static void check(Table table, String text) {
        assertThat(table.end()).as("end of a table").isBetween(table.start(), text.length());
        int at = table.start();
        for (Table.Cell cell : table.cells()) {
            assertThat(cell.start()).as("start of %s", cell).isGreaterThanOrEqualTo(at);
            assertThat(cell.end()).as("end of %s", cell).isBetween(cell.start(), table.end());
            assertThat(cell.rowSpan()).as("rows of %s", cell).isPositive();
            assertThat(cell.columnSpan()).as("columns of %s", cell).isPositive();
            assertThat(cell.row() + cell.rowSpan() - 1)
                    .as("last row of %s", cell)
                    .isBetween(1, table.rows());
            assertThat(cell.column() + cell.columnSpan() - 1)
                    .as("last column of %s", cell)
                    .isBetween(1, table.columns());
            assertThat(text.substring(cell.start(), cell.end()))
                    .as("words of %s", cell)
                    .doesNotContain("\t", "\n");
            at = cell.end();
        }
    }
}
