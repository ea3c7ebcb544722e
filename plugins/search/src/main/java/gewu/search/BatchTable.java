package gewu.search;

import gewu.api.Label;
import gewu.api.Wording;
import gewu.api.search.SearchAnswer;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What came of many questions, one a row: its counts, by year, organisation or report if that is wanted,
/// each leading to what it counts, and its first proof.
final class BatchTable {
    private static final int MOST_COLUMNS = 30;
    private static final Label UNKNOWN = new Label("（未注明）", "(not stated)");

    private final Map<String, String> limits;
    private final Wording wording;

    /// @param limits what held for all questions, as the view `search` takes it
    BatchTable(Map<String, String> limits, Wording wording) {
        this.limits = Map.copyOf(limits);
        this.wording = wording;
    }

    /// What the columns stand for.
    enum By {
        NONE(new Label("批量检索", "Batch of queries")),
        YEAR(new Label("检索式 × 年度（段落）", "Query × year, paragraphs")),
        ORG(new Label("检索式 × 单位（段落）", "Query × organisation, paragraphs")),
        REPORT(new Label("检索式 × 单位和年度（段落）", "Query × organisation and year, paragraphs"));

        private final Label title;

        By(Label title) {
            this.title = title;
        }

        /// The one of this name.
        static Optional<By> named(String name) {
            return Stream.of(values())
                    .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }
    }

    /// A column of the matrix.
    private record Cut(String org, int year) implements Comparable<Cut> {
        static Cut of(SearchAnswer.Cell cell, By by) {
            return new Cut(by == By.YEAR ? "" : cell.org(), by == By.ORG ? 0 : cell.year());
        }

        Label head(By by) {
            boolean isKnown = (by == By.YEAR || !org.isEmpty()) && (by == By.ORG || year > 0);
            return isKnown ? Label.same((org + (year > 0 ? " " + year : "")).strip()) : UNKNOWN;
        }

        @Override
        public int compareTo(Cut other) {
            return Comparator.comparing(Cut::org).thenComparing(Cut::year).compare(this, other);
        }
    }

    /// The table, and a sentence about the whole.
    Panel of(List<Batch.Outcome> outcomes, By by) {
        Map<Cut, Long> all = new TreeMap<>();
        outcomes.forEach(it -> counts(it, by).forEach((cut, count) -> all.merge(cut, count, Long::sum)));
        List<Cut> cuts = all.entrySet().stream()
                .sorted(Map.Entry.<Cut, Long>comparingByValue().reversed())
                .limit(MOST_COLUMNS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<Panel.Column> columns = new ArrayList<>(List.of(
                Panel.Column.number("行", "Line"),
                Panel.Column.text("检索式", "Query"),
                Panel.Column.number("段落", "Paragraphs"),
                Panel.Column.number("报告", "Reports"),
                Panel.Column.number("处", "Places")));
        cuts.forEach(it -> columns.add(new Panel.Column(it.head(by), Panel.Column.Kind.NUMBER)));
        columns.add(Panel.Column.text("首个出处", "First proof"));
        columns.add(Panel.Column.text("所在句 / 原因", "Sentence / what is wrong"));
        List<Panel.Row> rows = outcomes.stream().map(it -> row(it, by, cuts)).toList();
        return Panel.Stack.of(
                new Panel.Table(by == By.NONE ? Label.same("") : by.title, columns, rows),
                new Panel.Text(sum(outcomes, all.size() - cuts.size())));
    }

    private Panel.Row row(Batch.Outcome outcome, By by, List<Cut> cuts) {
        Map<Cut, Long> counts = counts(outcome, by);
        List<Object> cells =
                new ArrayList<>(List.of(outcome.line().number(), outcome.line().words()));
        Stream.<java.util.function.ToLongFunction<SearchAnswer>>of(
                        SearchAnswer::paragraphs, SearchAnswer::reports, SearchAnswer::occurrences)
                .forEach(count -> cells.add(outcome.answer()
                        .map(it -> String.valueOf(count.applyAsLong(it)))
                        .orElse("")));
        int before = cells.size();
        cuts.forEach(it -> cells.add(counts.containsKey(it) ? String.valueOf(counts.get(it)) : ""));
        cells.add(outcome.first().map(BatchTable::place).orElse(""));
        cells.add(outcome.fault().isEmpty() ? outcome.sentence() : wording.label(outcome.fault()));
        Panel.Row row = Panel.Row.of(cells.toArray());
        if (outcome.answer().isPresent()) {
            row = row.at(1, hits(outcome));
        }
        for (int i = 0; i < cuts.size(); i++) {
            Cut cut = cuts.get(i);
            if (counts.containsKey(cut) && !cut.head(by).equals(UNKNOWN)) {
                row = row.at(before + i, hits(outcome, cut));
            }
        }
        Optional<Panel.Place> proof = outcome.first()
                .map(it -> new Panel.Place(
                        it.report(),
                        it.marks().isEmpty()
                                ? it.start()
                                : it.marks().getFirst().start(),
                        it.marks()));
        return proof.isEmpty() ? row : row.at(before + cuts.size(), proof.get());
    }

    private static Map<Cut, Long> counts(Batch.Outcome outcome, By by) {
        Map<Cut, Long> counts = new HashMap<>();
        if (by != By.NONE) {
            outcome.answer()
                    .ifPresent(answer ->
                            answer.cells().forEach(it -> counts.merge(Cut.of(it, by), it.paragraphs(), Long::sum)));
        }
        return counts;
    }

    private static String place(SearchAnswer.Hit hit) {
        int year = hit.facts().year();
        return (hit.facts().org() + (year > 0 ? " " + year : "")).strip();
    }

    private Panel.Target hits(Batch.Outcome outcome) {
        return new Panel.Target("search", limits).with("q", outcome.line().words());
    }

    private Panel.Target hits(Batch.Outcome outcome, Cut cut) {
        Panel.Target all = hits(outcome);
        Panel.Target ofYear = cut.year() > 0 ? all.with("year", String.valueOf(cut.year())) : all;
        return cut.org().isEmpty() ? ofYear : ofYear.with("org", cut.org());
    }

    private static Label sum(List<Batch.Outcome> outcomes, int unseen) {
        long none = outcomes.stream().filter(Batch.Outcome::isEmpty).count();
        long faulty = outcomes.stream().filter(it -> it.answer().isEmpty()).count();
        Label cut = unseen == 0
                ? Label.same("")
                : new Label(
                        "命中最多的 " + MOST_COLUMNS + " 列已列出，另有 " + unseen + " 列没有列出。",
                        " The " + MOST_COLUMNS + " columns with most hits are shown, " + unseen + " are not.");
        return new Label(
                "共 " + outcomes.size() + " 条：" + none + " 条没有命中，" + faulty + " 条写法有误。" + cut.zh(),
                outcomes.size() + " queries: " + none + " found nothing, " + faulty + " could not be read." + cut.en());
    }
}
