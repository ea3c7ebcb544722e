package gewu.metrics;

import gewu.metrics.Token.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which indicator a piece of text names for a quantity.
final class HeadFinder {
    /// An indicator named in a text.
    ///
    /// @param canonical id, with the variant for the quantity's unit
    /// @param start     of its name in the searched text
    /// @param end       of its name in the searched text
    /// @param tie       other ids that fit as well
    record Head(Indicator indicator, String canonical, String surface, int start, int end, List<String> tie) {}

    private static final Pattern CONNECTED = Pattern.compile("(?:[、和与及]|以及|,)(?:信访部门|责任单位|本级|市本级)?");

    private final Pack pack;

    HeadFinder(Pack pack) {
        this.pack = pack;
    }

    /// All indicators named from `from` to `to` of `text` that may head a figure in `unit`, in reading order.
    List<Head> in(String text, int from, int to, Unit unit, Setting setting) {
        List<Head> heads = new ArrayList<>();
        for (Words.Hit<Indicator> hit : pack.names().in(text, from, to)) {
            fit(hit, unit, setting).ifPresent(heads::add);
        }
        return heads;
    }

    private Optional<Head> fit(Words.Hit<Indicator> hit, Unit unit, Setting setting) {
        List<Indicator> fitting = hit.meanings().stream()
                .filter(setting::allows)
                .filter(it -> fits(it, unit))
                .toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        Indicator best = fitting.getFirst();
        for (Indicator it : fitting) {
            if (rank(it, unit) > rank(best, unit)) {
                best = it;
            }
        }
        String id = canonical(best, unit);
        List<String> tie = new ArrayList<>();
        for (Indicator it : fitting) {
            if (it != best && rank(it, unit) == rank(best, unit)) {
                tie.add(canonical(it, unit));
            }
        }
        return Optional.of(new Head(best, id, hit.surface(), hit.start(), hit.end(), List.copyOf(tie)));
    }

    /// How well an indicator fits a unit: special domains before general ones, the same measure before a like one.
    private int rank(Indicator indicator, Unit unit) {
        int rank = 0;
        if (pack.domains().keySet().stream().anyMatch(it -> indicator.id().startsWith(it + "."))) {
            rank += 4;
        }
        if (pack.hinted(indicator.id(), unit).isPresent() || variant(indicator, unit).isPresent()) {
            rank += 2;
        }
        if (indicator.dimension().equals("count." + unit.base())) {
            rank += 3;
        } else if (unit.isCount() && measureOf(indicator).equals(unit.measure())) {
            rank += 2;
        }
        if (indicator.id().startsWith("act.")) {
            rank -= 3;
        }
        return rank;
    }

    /// The id with the variant or the hint of the unit.
    String canonical(Indicator indicator, Unit unit) {
        return pack.hinted(indicator.id(), unit)
                .map(Indicator::id)
                .or(() -> variant(indicator, unit).map(Indicator::id))
                .orElse(indicator.id());
    }

    private Optional<Indicator> variant(Indicator indicator, Unit unit) {
        if (!indicator.dimension().isEmpty() || !unit.isCount()) {
            return Optional.empty();
        }
        String measure = unit.measure();
        if (measure.equals("mixed")) {
            return pack.find(indicator.id() + ".mixed").or(() -> pack.find(indicator.id() + ".case"));
        }
        return pack.find(indicator.id() + "." + measure);
    }

    boolean fits(Indicator indicator, Unit unit) {
        String dimension = indicator.dimension();
        if (unit == Unit.NONE) {
            return true;
        }
        if (pack.hinted(indicator.id(), unit).isPresent()) {
            return true;
        }
        return switch (unit.dimension()) {
            case "money" -> dimension.equals("money");
            case "ratio" -> dimension.equals("ratio");
            case "pp" -> dimension.equals("ratio");
            case "score" -> dimension.equals("score");
            case "rank" -> dimension.equals("rank");
            case "duration" -> dimension.startsWith("duration");
            case "count" -> fitsCount(indicator, unit);
            default -> false;
        };
    }

    private boolean fitsCount(Indicator indicator, Unit unit) {
        if (indicator.dimension().isEmpty()) {
            return variant(indicator, unit).isPresent();
        }
        if (!indicator.dimension().startsWith("count.")) {
            return false;
        }
        if (indicator.id().startsWith("act.")) {
            return true;
        }
        String measure = measureOf(indicator);
        return measure.equals(unit.measure())
                || measure.equals("thing") && unit.measure().equals("case")
                || measure.equals("case") && unit.measure().equals("thing") && !indicator.id().startsWith("pet.")
                || measure.equals("case") && unit.measure().equals("batch") && !indicator.id().startsWith("pet.");
    }

    private String measureOf(Indicator indicator) {
        String dimension = indicator.dimension();
        if (!dimension.startsWith("count.")) {
            return "";
        }
        String surface = dimension.substring("count.".length());
        Words.Hit<Unit> hit = pack.units().longest(surface, 0, surface.length());
        return hit.meanings().isEmpty() ? "" : hit.meanings().getFirst().measure();
    }

    /// The heads that share a value with the last one: A、B和C.
    static List<Head> joined(List<Head> heads, String text) {
        if (heads.isEmpty()) {
            return List.of();
        }
        int first = heads.size() - 1;
        while (first > 0
                && heads.get(first - 1).end() <= heads.get(first).start()
                && CONNECTED.matcher(text.substring(heads.get(first - 1).end(), heads.get(first).start()))
                        .matches()) {
            first--;
        }
        return List.copyOf(heads.subList(first, heads.size()));
    }

    /// Whether two figures may have the same head: the same dimension, and for counts the same measure.
    static boolean alike(Unit a, Unit b) {
        return a.dimension().equals(b.dimension()) && (!a.isCount() || a.measure().equals(b.measure()));
    }

    /// An indicator without a name of its own: a short name under the active total.
    Optional<Indicator> framed(String total, String words, Quantity quantity) {
        Indicator best = null;
        int longest = 0;
        for (var entry : pack.frame(total).entrySet()) {
            if (words.endsWith(entry.getKey())
                    && entry.getKey().length() > longest
                    && fits(entry.getValue(), quantity.unit())) {
                best = entry.getValue();
                longest = entry.getKey().length();
            }
        }
        return Optional.ofNullable(best);
    }
}
