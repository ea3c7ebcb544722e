package gewu.kernel.version;

import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.workbench.DataRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Offers, chains and changes, as programs read them.
final class VersionRows {
    private static final double BASIS_POINTS = 10_000;

    private VersionRows() {}

    static DataRow offer(VersionOffer it) {
        return DataRow.of("offer")
                .with("older", it.older())
                .with("newer", it.newer())
                .with("state", it.state().id())
                .with("likeness", it.likeness() / BASIS_POINTS)
                .with("same_words", it.isSameWords())
                .with("doubts", it.doubts().stream().sorted().map(Doubt::id).toList())
                .with("offered_at", it.offeredAt().toString())
                .with("decided_at", it.decidedAt().map(Instant::toString).orElse(null));
    }

    static DataRow chain(VersionChains.Chain it) {
        return DataRow.of("chain").with("newest", it.newest()).with("reports", it.reports());
    }

    static DataRow figure(Comparison.Figure it) {
        return DataRow.of("figure")
                .with("about", it.about())
                .with("before", passage(it.before()))
                .with("after", passage(it.after()));
    }

    static DataRow change(Comparison.Change it) {
        return DataRow.of("change")
                .with("kind", it.kind().name().toLowerCase(Locale.ROOT))
                .with("before", it.before().stream().map(VersionRows::piece).toList())
                .with("after", it.after().stream().map(VersionRows::piece).toList());
    }

    static DataRow total(Report before, Report after, Comparison comparison) {
        return DataRow.of("total")
                .with("before", before.id())
                .with("before_version", before.version())
                .with("after", after.id())
                .with("after_version", after.version())
                .with("figures", comparison.figures().size())
                .with("changes", comparison.changes().size());
    }

    private static @Nullable Map<String, @Nullable Object> passage(Optional<Passage> passage) {
        return passage.map(VersionRows::values).orElse(null);
    }

    private static Map<String, @Nullable Object> piece(Comparison.Piece piece) {
        Map<String, @Nullable Object> values = values(piece.passage());
        values.put(
                "marks",
                piece.marks().stream().map(it -> List.of(it.start(), it.end())).toList());
        return values;
    }

    private static Map<String, @Nullable Object> values(Passage passage) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("page", passage.page());
        values.put("start", passage.start());
        values.put("end", passage.end());
        values.put("text", passage.text());
        return values;
    }
}
