package gewu.kernel.page;

import gewu.api.intake.LaidPage;
import gewu.api.intake.Reading;
import gewu.api.report.Page;
import gewu.api.report.PageLook;
import gewu.api.report.PlacedLine;
import gewu.api.report.SourceText;
import java.util.ArrayList;
import java.util.List;

/// Makes one text of the pages of a document. Give it the pages in order, then [#finish]. For one thread.
public final class PageComposer {
    private final StringBuilder text = new StringBuilder();
    private final List<Page> pages = new ArrayList<>();
    private final List<PageLook> looks = new ArrayList<>();

    /// Takes the next page.
    ///
    /// @param why       see [PageLook#why()]
    /// @param turned    see [PageLook#turned()]
    /// @param otherText see [PageLook#otherText()]
    public void add(LaidPage page, PageLook.Origin origin, String why, double turned, String otherText) {
        int start = text.length();
        List<PlacedLine> lines = new ArrayList<>();
        double top = Double.NaN;
        for (LaidPage.Glyph glyph : page.glyphs()) {
            if (!Double.isNaN(top) && Math.abs(glyph.box().top() - top) > glyph.size() / 2) {
                text.append('\n');
            }
            top = glyph.box().top();
            float[] lefts = new float[glyph.text().length()];
            float[] rights = new float[glyph.text().length()];
            java.util.Arrays.fill(lefts, (float) glyph.box().left());
            java.util.Arrays.fill(rights, (float) glyph.box().right());
            lines.add(new PlacedLine(text.length(), top, glyph.box().bottom(), lefts, rights));
            text.append(glyph.text());
        }
        text.append('\n');
        pages.add(new Page(page.number(), start, text.length()));
        looks.add(new PageLook(
                page.number(), page.width(), page.height(), origin, why, turned, lines, List.of(), otherText));
    }

    /// How many UTF-16 units there are so far, at least.
    public int characters() {
        return text.length();
    }

    /// The whole text.
    public Reading.Text finish() {
        return new Reading.Text(
                new SourceText(text.toString(), pages, SourceText.Lines.WHOLE, List.of(), List.of()), looks);
    }
}
