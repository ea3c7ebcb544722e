package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Mark;
import gewu.api.workbench.Panel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows what is kept to people.
final class KeptPanels {
    private final PlaceFinder places;

    KeptPanels(PlaceFinder places) {
        this.places = places;
    }

    /// A report's title, organisation and year, in one line.
    static String heading(String title, String org, int year, String report) {
        String who = org.isBlank() || title.contains(org) ? "" : " · " + org;
        String when = year == 0 || title.contains(String.valueOf(year)) ? "" : " · " + year;
        return title + who + when + " · " + report;
    }

    static Label where(int page, int paragraph) {
        return new Label("第 " + page + " 页第 " + paragraph + " 段", "page " + page + ", paragraph " + paragraph);
    }

    /// Two labels with a dot between them.
    static Label joined(Label one, Label other) {
        boolean isAlone = one.zh().isEmpty();
        return isAlone ? other : new Label(one.zh() + " · " + other.zh(), one.en() + " · " + other.en());
    }

    /// The day, in the zone of this computer.
    static String day(Instant at) {
        return at.atZone(ZoneId.systemDefault()).toLocalDate().toString();
    }

    /// What was taken away, and how it comes back.
    ///
    /// @param call such as `notebook restore`
    /// @param what its number or name
    static Panel removed(String zh, String en, String call, String what) {
        String[] words = call.split(" ", 2);
        return Panel.Advice.step(
                new Label(zh + "恢复：gewu " + call + " " + what, en + " Undo: gewu " + call + " " + what),
                new Label(zh, en),
                Panel.Form.step(words[0], List.of(words[1], what), new Label("恢复", "Bring it back")));
    }

    static Panel text(String zh, String en) {
        return new Panel.Text(new Label(zh, en));
    }

    /// Paragraphs by report, at most `limit` of them.
    List<Panel> paragraphs(List<Kept> kept, int limit) {
        List<Panel> panels = new ArrayList<>();
        String report = "";
        for (Kept one : kept.subList(0, Math.min(limit, kept.size()))) {
            if (!one.anchor().report().equals(report)) {
                report = one.anchor().report();
                panels.add(new Panel.Text(heading(one.title(), one.org(), one.year(), report)));
            }
            panels.add(paragraph(one, Label.same("")));
        }
        return panels;
    }

    /// One paragraph under its headings, page and number.
    Panel paragraph(Kept kept, Label remark) {
        Located located = places.find(kept.anchor());
        int start =
                located.state().equals("same") ? located.passage().orElseThrow().start() : 0;
        Label where = joined(Label.same(kept.section()), where(kept.page(), kept.paragraph()));
        List<Mark> marks = kept.marks().stream()
                .map(it -> new Mark(start + it.start(), start + it.end()))
                .toList();
        return new Panel.Document(
                remark.zh().isEmpty() ? where : joined(where, remark),
                kept.anchor().report(),
                start,
                kept.words(),
                marks);
    }

    /// How many there are beyond those shown.
    static Optional<Panel> more(int all, int limit, Label how) {
        return all <= limit
                ? Optional.empty()
                : Optional.of(text("还有 " + (all - limit) + " 段：" + how.zh(), (all - limit) + " more: " + how.en()));
    }

    /// In English: `1 place`, `2 places`.
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    static String sign(long number) {
        return String.format(Locale.ROOT, "%+d", number);
    }
}
