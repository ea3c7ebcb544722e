package gewu.ledger;

import gewu.api.Label;
import java.time.LocalDate;
import java.util.function.BiPredicate;

/// The figures that bulletins print (3.4), each as a numerator and a denominator; told twice: as SQL over the table of
/// items, and as a question to a standing, which also answers for a day in the past. A test holds them together.
enum Rate implements Named {
    RECTIFIED("整改率", "rectified", "已销号", "应整改", "state = 'CLOSED'", (it, _) -> it.state() == State.CLOSED, Whole.DUE),
    ON_TIME(
            "按期整改率",
            "rectified on time",
            "首次时限内销号",
            "已销号且有时限",
            "state = 'CLOSED' AND deadline_first <> '' AND closed_on <= deadline_first",
            (it, _) -> it.state() == State.CLOSED
                    && !it.of("deadline_first").isEmpty()
                    && it.of("closed_on").compareTo(it.of("deadline_first")) <= 0,
            Whole.CLOSED),
    OVERDUE(
            "超期率",
            "overdue",
            "超过现时限",
            "未销号",
            Whole.OPEN_STATES + " AND deadline <> '' AND deadline < {today}",
            (it, today) -> it.isOverdue(today),
            Whole.OPEN),
    EXTENDED(
            "延期率",
            "extended",
            "有批准的延期",
            "应整改",
            "extensions > 0 AND " + Whole.DUE_STATES,
            (it, _) -> it.number("extensions") > 0 && Whole.DUE.holds(it),
            Whole.DUE),
    RECURRENT(
            "屡犯率",
            "recurrent",
            "本单位以前有过",
            "应整改",
            "occurrence > 1 AND " + Whole.DUE_STATES,
            (it, _) -> it.number("occurrence") > 1 && Whole.DUE.holds(it),
            Whole.DUE);

    private final Label label;
    private final String numerator;
    private final String denominator;
    private final String sql;
    private final BiPredicate<Standing, LocalDate> counts;
    private final Whole whole;

    /// Of what a rate is a part.
    enum Whole {
        DUE,
        CLOSED,
        OPEN;

        static final String DUE_STATES = "state NOT IN ('PROPOSED', 'DISMISSED', 'MERGED')";
        static final String OPEN_STATES =
                "state IN ('REGISTERED', 'ASSIGNED', 'IN_PROGRESS', 'LONG_TERM', 'SUBMITTED')";

        boolean holds(Standing it) {
            return switch (this) {
                case DUE ->
                    switch (it.state()) {
                        case PROPOSED, DISMISSED, MERGED -> false;
                        case REGISTERED, ASSIGNED, IN_PROGRESS, LONG_TERM, SUBMITTED, SUSPENDED, CLOSED -> true;
                    };
                case CLOSED ->
                    it.state() == State.CLOSED && !it.of("deadline_first").isEmpty();
                case OPEN -> it.state().isOpen();
            };
        }

        String sql() {
            return switch (this) {
                case DUE -> DUE_STATES;
                case CLOSED -> "state = 'CLOSED' AND deadline_first <> ''";
                case OPEN -> OPEN_STATES;
            };
        }
    }

    Rate(
            String zh,
            String en,
            String numerator,
            String denominator,
            String sql,
            BiPredicate<Standing, LocalDate> counts,
            Whole whole) {
        this.label = new Label(zh, en);
        this.numerator = numerator;
        this.denominator = denominator;
        this.sql = sql;
        this.counts = counts;
        this.whole = whole;
    }

    @Override
    public Label label() {
        return label;
    }

    /// What is counted, in words.
    String numerator() {
        return numerator;
    }

    /// Of what it is a part, in words.
    String denominator() {
        return denominator;
    }

    /// The condition of the numerator.
    String sqlOfNumerator(LocalDate today) {
        return sql.replace("{today}", "'" + today + "'");
    }

    /// The condition of the denominator.
    String sqlOfDenominator() {
        return whole.sql();
    }

    boolean isInNumerator(Standing it, LocalDate today) {
        return counts.test(it, today);
    }

    boolean isInDenominator(Standing it) {
        return whole.holds(it);
    }
}
