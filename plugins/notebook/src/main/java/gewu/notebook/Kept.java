package gewu.notebook;

import gewu.api.report.Anchor;
import gewu.api.report.Mark;
import gewu.api.search.SearchAnswer;
import gewu.api.store.Row;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A paragraph that was a hit, kept with all that is needed to show it when its report has changed or gone.
///
/// @param anchor    of the whole paragraph
/// @param section   the headings above it, in one line
/// @param page      on that day
/// @param paragraph its number on that day
/// @param words     its source words
/// @param marks     where the words looked for stand, counted in `words`
record Kept(
        Anchor anchor,
        String title,
        String org,
        int year,
        String section,
        int page,
        int paragraph,
        String words,
        List<Mark> marks) {
    Kept {
        marks = List.copyOf(marks);
    }

    /// @param ordinal which one it is of the report's hits with these words, from 1
    static Kept of(SearchAnswer.Hit hit, int ordinal) {
        return new Kept(
                Anchor.of(hit.report(), hit.text(), ordinal),
                hit.facts().title(),
                hit.facts().org(),
                hit.facts().year(),
                String.join(" › ", hit.section()),
                hit.page(),
                hit.paragraph(),
                hit.text(),
                hit.marks().stream()
                        .map(it -> new Mark(it.start() - hit.start(), it.end() - hit.start()))
                        .toList());
    }

    /// From columns named as the parts are.
    static Kept of(Row row) {
        return new Kept(
                Anchor.read(row.text("anchor")).orElseThrow(),
                row.text("title"),
                row.text("org"),
                (int) row.number("year"),
                row.text("section"),
                (int) row.number("page"),
                (int) row.number("paragraph"),
                row.text("words"),
                marks(row.text("marks")));
    }

    /// The marks as a column keeps them: `3-7 10-12`.
    String writtenMarks() {
        return marks.stream().map(it -> it.start() + "-" + it.end()).collect(Collectors.joining(" "));
    }

    private static List<Mark> marks(String written) {
        return Stream.of(written.split(" "))
                .filter(it -> !it.isEmpty())
                .map(it -> it.split("-"))
                .map(it -> new Mark(Integer.parseInt(it[0]), Integer.parseInt(it[1])))
                .toList();
    }
}
