package gewu.kernel.page;

import gewu.api.report.PageLook;
import java.util.ArrayList;
import java.util.List;

/// A page as it was set: lines and tables from top to bottom, and what was taken out of them.
final class SetPage {
    private final int number;
    private final double width;
    private final double height;
    private final PageLook.Origin origin;
    private final String why;
    private final double turned;
    private final String otherText;
    private final List<Object> blocks;
    private final List<PageLook.Dropped> dropped = new ArrayList<>();

    /// @param blocks [SetLine]s and [SetTable]s from top to bottom
    SetPage(
            int number,
            double width,
            double height,
            PageLook.Origin origin,
            String why,
            double turned,
            String otherText,
            List<Object> blocks) {
        this.number = number;
        this.width = width;
        this.height = height;
        this.origin = origin;
        this.why = why;
        this.turned = turned;
        this.otherText = otherText;
        this.blocks = new ArrayList<>(blocks);
    }

    int number() {
        return number;
    }

    double height() {
        return height;
    }

    double width() {
        return width;
    }

    /// What is left on the page; the composer may replace tables in it.
    List<Object> blocks() {
        return blocks;
    }

    List<SetLine> lines() {
        return blocks.stream()
                .filter(SetLine.class::isInstance)
                .map(SetLine.class::cast)
                .toList();
    }

    /// Takes a line out: it belongs to the page, not to the report.
    void drop(SetLine line) {
        blocks.removeIf(it -> it == line);
        dropped.add(new PageLook.Dropped(line.text(), line.box()));
    }

    /// Notes words that are left out although they stand in a table.
    void noteDropped(List<SetLine> lines) {
        lines.forEach(line -> dropped.add(new PageLook.Dropped(line.text(), line.box())));
    }

    PageLook look(List<gewu.api.report.PlacedLine> placed) {
        return new PageLook(number, width, height, origin, why, turned, placed, dropped, otherText);
    }
}
