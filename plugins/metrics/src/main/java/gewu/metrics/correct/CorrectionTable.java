package gewu.metrics.correct;

import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Base;
import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.api.report.Anchor;
import gewu.api.report.Passage;
import gewu.api.store.Change;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The corrections in the store. None is ever deleted.
final class CorrectionTable {
    private static final String ALL =
            "SELECT * FROM metrics_correction WHERE removed_at IS NULL ORDER BY report, was_start, id";
    private static final String OF_REPORT =
            "SELECT * FROM metrics_correction WHERE removed_at IS NULL AND report = ? ORDER BY was_start, id";
    private static final String ONE = "SELECT * FROM metrics_correction WHERE removed_at IS NULL AND id = ?";
    private static final String NUMBERS = "SELECT id FROM metrics_correction WHERE removed_at IS NULL ORDER BY id";
    private static final String SUCCESSOR = "SELECT id FROM metrics_correction WHERE replaces = ? ORDER BY id DESC";
    private static final String EVER = "SELECT id FROM metrics_correction WHERE id = ?";
    private static final String NEXT = "SELECT COALESCE(MAX(id), 0) + 1 AS next FROM metrics_correction";
    private static final String REMOVE = "UPDATE metrics_correction SET removed_at = ? WHERE id = ?";
    private static final String ADD = """
            INSERT INTO metrics_correction (id, report, version, anchor, verdict, canonical, period, amount, amount_unit,
                dimension, kind, direction, basis, scope, was_id, was_indicator, was_canonical, was_subject, was_period,
                was_value, was_unit, was_amount, was_amount_unit, was_dimension, was_qualifier, was_kind, was_direction,
                was_basis, was_scope, was_of, was_base_metric, was_base_period, was_confidence, was_why, was_issue, was_page,
                was_start, was_words, shared, words_before, words_behind, person, made_at, remark, replaces)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final double PARTS = 10_000;

    private final Store store;
    private final Clock clock;

    CorrectionTable(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// All that hold, by report and place.
    List<Correction> list() {
        return store.query(ALL, CorrectionTable::correction);
    }

    /// Those of one report that hold.
    List<Correction> of(String report) {
        return store.query(OF_REPORT, CorrectionTable::correction, report);
    }

    /// Writes a correction down, in place of the one it replaces.
    ///
    /// @param draft its number and time are not looked at
    Correction add(Correction draft) {
        return store.inTransaction(() -> {
            long number = store.first(NEXT, row -> row.number("next")).orElse(1L);
            Instant now = clock.instant();
            if (draft.replaces() > 0) {
                store.update(REMOVE, now, draft.replaces());
            }
            insert(number, now, draft);
            store.changed("metrics", draft.report(), Change.Kind.UPDATED);
            return one(number);
        });
    }

    private void insert(long number, Instant now, Correction it) {
        Fields fields = it.fields();
        Metric was = it.was();
        store.update(
                ADD,
                number,
                it.report(),
                it.version(),
                it.anchor().toString(),
                it.verdict().id(),
                fields.canonical(),
                fields.period(),
                decimal(fields.amount()),
                fields.amountUnit(),
                fields.dimension(),
                fields.kind() == null ? null : fields.kind().id(),
                fields.direction() == null ? null : fields.direction().id(),
                fields.basis(),
                fields.scope(),
                was.id().isEmpty() ? "c" + number : was.id(),
                was.indicator(),
                was.canonical(),
                was.subject(),
                was.period(),
                was.value(),
                was.unit(),
                decimal(was.amount()),
                was.amountUnit(),
                was.dimension(),
                was.qualifier(),
                was.kind().id(),
                was.direction().id(),
                was.basis(),
                was.scope(),
                was.of(),
                was.base().metric(),
                was.base().period(),
                Math.round(was.confidence() * PARTS),
                was.why(),
                was.issue(),
                was.passage().page(),
                was.passage().start(),
                was.passage().text(),
                it.isShared() ? 1 : 0,
                it.before(),
                it.behind(),
                it.person(),
                now,
                it.remark(),
                it.replaces());
    }

    /// Takes a correction back; the one it replaced holds again.
    ///
    /// @throws WorkbenchException of kind USAGE if none that holds has the number
    Correction undo(long number) {
        return store.inTransaction(() -> {
            Correction undone =
                    store.first(ONE, CorrectionTable::correction, number).orElseThrow(() -> notThere(number));
            store.update(REMOVE, clock.instant(), number);
            if (undone.replaces() > 0) {
                store.update(REMOVE, null, undone.replaces());
            }
            store.changed("metrics", undone.report(), Change.Kind.UPDATED);
            return undone;
        });
    }

    private WorkbenchException notThere(long number) {
        Optional<Long> successor = store.first(SUCCESSOR, row -> row.number("id"), number);
        boolean isHeld = successor.isPresent()
                && store.first(ONE, row -> row.number("id"), successor.get()).isPresent();
        if (isHeld) {
            return new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "The correction " + number + " was replaced by " + successor.get() + ".",
                    "Take that one back first: gewu correct undo " + successor.get() + ".");
        }
        boolean wasThere = store.first(EVER, row -> row.number("id"), number).isPresent();
        List<String> numbers = store.query(NUMBERS, row -> String.valueOf(row.number("id")));
        return new WorkbenchException(
                WorkbenchException.Kind.USAGE,
                wasThere
                        ? "The correction " + number + " was taken back already."
                        : "There is no correction " + number + ".",
                Nearest.hint(String.valueOf(number), numbers));
    }

    private Correction one(long number) {
        return store.first(ONE, CorrectionTable::correction, number).orElseThrow();
    }

    private static @Nullable String decimal(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static Correction correction(Row row) {
        return new Correction(
                row.number("id"),
                Anchor.read(row.text("anchor")).orElseThrow(),
                Verdict.valueOf(row.text("verdict").toUpperCase(Locale.ROOT)),
                fields(row),
                was(row),
                (int) row.number("version"),
                row.number("shared") == 1,
                row.text("words_before"),
                row.text("words_behind"),
                row.text("person"),
                row.instant("made_at"),
                row.text("remark"),
                row.number("replaces"));
    }

    private static Fields fields(Row row) {
        return new Fields(
                row.textOrNone("canonical").orElse(null),
                row.textOrNone("period").orElse(null),
                row.textOrNone("amount").map(BigDecimal::new).orElse(null),
                row.textOrNone("amount_unit").orElse(null),
                row.textOrNone("dimension").orElse(null),
                row.textOrNone("kind").map(CorrectionTable::kind).orElse(null),
                row.textOrNone("direction").map(CorrectionTable::direction).orElse(null),
                row.textOrNone("basis").orElse(null),
                row.textOrNone("scope").orElse(null));
    }

    private static Metric was(Row row) {
        int start = (int) row.number("was_start");
        String words = row.text("was_words");
        return new Metric(
                row.text("was_id"),
                row.text("was_indicator"),
                row.text("was_canonical"),
                row.text("was_subject"),
                row.text("was_period"),
                row.text("was_value"),
                row.text("was_unit"),
                row.textOrNone("was_amount").map(BigDecimal::new).orElse(null),
                row.text("was_amount_unit"),
                row.text("was_dimension"),
                row.text("was_qualifier"),
                kind(row.text("was_kind")),
                row.text("was_basis"),
                row.text("was_scope"),
                direction(row.text("was_direction")),
                row.text("was_of"),
                new Base(row.text("was_base_metric"), row.text("was_base_period")),
                new Passage(row.text("report"), (int) row.number("was_page"), start, start + words.length(), words),
                row.number("was_confidence") / PARTS,
                row.text("was_why"),
                row.text("was_issue"));
    }

    private static Kind kind(String id) {
        return Kind.valueOf(id.toUpperCase(Locale.ROOT));
    }

    private static Direction direction(String id) {
        return id.isEmpty() ? Direction.NONE : Direction.valueOf(id.toUpperCase(Locale.ROOT));
    }
}
