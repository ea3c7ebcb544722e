package gewu.api.workbench;

import java.math.BigDecimal;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rows that are all there, sifted and sorted by what their cells say. Safe for all threads.
final class HeldRows implements Panel.Rows {
    private static final Pattern FIGURE = Pattern.compile("[-−]?\\d[\\d,，]*(?:\\.\\d+)?|[-−]?\\.\\d+");
    private static final BigDecimal WAN = new BigDecimal(10_000);
    private static final BigDecimal YI = new BigDecimal(100_000_000);

    private final List<Panel.Column> columns;
    private final List<Panel.Row> rows;
    private volatile @Nullable Sifted last;

    private record Sifted(Panel.Sift sift, List<Panel.Row> rows) {}

    /// A row and what it is sorted by; nothing where its cell holds nothing to sort by.
    private record Keyed<K>(Panel.Row row, Optional<K> key) {}

    HeldRows(List<Panel.Column> columns, List<Panel.Row> rows) {
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
    }

    @Override
    public long count(Panel.Sift sift) {
        return sifted(sift).size();
    }

    @Override
    public List<Panel.Row> some(Panel.Sift sift, long from, int count) {
        List<Panel.Row> all = sifted(sift);
        int start = (int) Math.min(Math.max(from, 0), all.size());
        return all.subList(start, (int) Math.min((long) start + count, all.size()));
    }

    /// Scrolling asks for the same sift over and over.
    private List<Panel.Row> sifted(Panel.Sift sift) {
        Sifted known = last;
        if (known == null || !known.sift().equals(sift)) {
            known = new Sifted(sift, sorted(kept(sift), sift));
            last = known;
        }
        return known.rows();
    }

    private List<Panel.Row> kept(Panel.Sift sift) {
        return sift.words().isEmpty()
                ? rows
                : rows.stream()
                        .filter(row ->
                                sift.words().entrySet().stream().allMatch(it -> holds(row, it.getKey(), it.getValue())))
                        .toList();
    }

    private static boolean holds(Panel.Row row, int column, String words) {
        if (column < 0 || column >= row.cells().size()) {
            return false;
        }
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return row.cells().get(column).zh().toLowerCase(Locale.ROOT).contains(wanted)
                || row.cells().get(column).en().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private List<Panel.Row> sorted(List<Panel.Row> kept, Panel.Sift sift) {
        int column = sift.column();
        if (column < 0 || column >= columns.size()) {
            return kept;
        }
        if (columns.get(column).isNumber()) {
            return inOrder(
                    kept.stream()
                            .map(it -> new Keyed<>(it, figure(words(it, column))))
                            .toList(),
                    sift.isFalling());
        }
        Collator collator = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
        return inOrder(
                kept.stream()
                        .map(it -> new Keyed<>(
                                it,
                                Optional.of(words(it, column))
                                        .filter(words -> !words.isBlank())
                                        .map(collator::getCollationKey)))
                        .toList(),
                sift.isFalling());
    }

    /// What holds nothing to sort by stands last, rising and falling.
    private static <K extends Comparable<? super K>> List<Panel.Row> inOrder(List<Keyed<K>> all, boolean isFalling) {
        Comparator<K> order = isFalling ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<Keyed<K>> keyed = new ArrayList<>(all);
        keyed.sort(Comparator.comparing((Keyed<K> it) -> it.key().isEmpty())
                .thenComparing(
                        (one, other) -> one.key().isEmpty() || other.key().isEmpty()
                                ? 0
                                : order.compare(one.key().get(), other.key().get())));
        return Collections.unmodifiableList(keyed.stream().map(Keyed::row).toList());
    }

    private static String words(Panel.Row row, int column) {
        return column < row.cells().size() ? row.cells().get(column).zh() : "";
    }

    /// The first figure of a cell, such as 1.2亿元.
    private static Optional<BigDecimal> figure(String words) {
        Matcher found = FIGURE.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(found.group().replaceAll("[,，]", "").replace('−', '-'));
        String unit = words.substring(found.end()).stripLeading();
        return Optional.of(
                unit.startsWith("亿") ? value.multiply(YI) : unit.startsWith("万") ? value.multiply(WAN) : value);
    }
}
