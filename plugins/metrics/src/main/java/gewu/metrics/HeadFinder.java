package gewu.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which indicator a piece of text names for a quantity.
final class HeadFinder {
    /// An indicator named in a text.
    ///
    /// @param canonical id, with the variant for the quantity's unit
    /// @param start     of its name in the searched text
    /// @param end       of its name in the searched text
    /// @param tie       other ids that fit as well
    record Head(Indicator indicator, String canonical, String surface, int start, int end, List<String> tie) {
        /// A head that is not named where it counts.
        static Head of(Indicator indicator, String surface) {
            return new Head(indicator, indicator.id(), surface, 0, 0, List.of());
        }

        Head as(String id) {
            return new Head(indicator, id, surface, 0, 0, tie);
        }

        Head endingAt(int other) {
            return new Head(indicator, canonical, surface, start, other, tie);
        }

        /// Whether a statement is of this indicator, in whatever measure.
        boolean isOf(Statement it) {
            return it.canonical().equals(canonical) || it.canonical().startsWith(indicator.id() + ".");
        }
    }

    private static final Pattern CONNECTED = Pattern.compile("(?:[、和与及]|以及|,)(?:信访部门|责任单位|本级|市本级)?");

    private static final Set<String> DEEDS = Set.of("act.inspect", "act.meeting");
    private static final Set<String> WRITINGS = Set.of("份", "条", "篇", "本", "册", "封", "人", "名", "人次");

    private final Pack pack;
    private final Setting setting;
    private final Map<String, Integer> company;

    /// @param around the words whose names tell what the report speaks of here
    HeadFinder(Pack pack, Setting setting, String around) {
        this.pack = pack;
        this.setting = setting;
        this.company = company(around);
    }

    /// How often names of each family (by parent) stand in the words around.
    private Map<String, Integer> company(String around) {
        Map<String, Integer> families = new HashMap<>();
        for (Words.Hit<Indicator> hit : pack.names().in(around, 0, around.length())) {
            if (hit.meanings().size() == 1) {
                families.merge(hit.meanings().getFirst().parent(), 1, Integer::sum);
            }
        }
        return families;
    }

    /// All indicators named from `from` to `to` of `text` that may head a figure in `unit`, in reading order.
    List<Head> in(String text, int from, int to, Unit unit) {
        List<Head> heads = new ArrayList<>();
        for (Words.Hit<Indicator> hit : pack.names().in(text, from, to)) {
            fit(hit, unit).ifPresent(heads::add);
        }
        return withIncome(heads, text);
    }

    /// 收、支总计: income and spending of one amount.
    private List<Head> withIncome(List<Head> heads, String text) {
        for (int i = 0; i < heads.size(); i++) {
            Head spent = heads.get(i);
            if (spent.canonical().equals("fin.exp.total") && text.startsWith("收、支", spent.start() - 2)) {
                pack.find("fin.rev.total").ifPresent(found -> heads.add(heads.indexOf(spent), income(found, spent)));
                break;
            }
        }
        return heads;
    }

    private static Head income(Indicator found, Head spent) {
        return new Head(found, found.id(), "收、" + spent.surface(), spent.start() - 2, spent.start() - 1, List.of());
    }

    private Optional<Head> fit(Words.Hit<Indicator> hit, Unit unit) {
        List<Indicator> fitting = hit.meanings().stream()
                .filter(setting::allows)
                .filter(it -> fits(it, unit))
                .toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        Comparator<Indicator> better =
                Comparator.comparingInt((Indicator it) -> rank(it, unit)).thenComparingInt(this::familiarity);
        Indicator best = fitting.getFirst();
        for (Indicator it : fitting) {
            if (better.compare(it, best) > 0) {
                best = it;
            }
        }
        List<String> tie = new ArrayList<>();
        for (Indicator it : fitting) {
            if (it != best && better.compare(it, best) == 0) {
                tie.add(canonical(it, unit));
            }
        }
        String id = canonical(best, unit);
        return Optional.of(new Head(best, id, hit.surface(), hit.start(), hit.end(), List.copyOf(tie)));
    }

    /// Of two meanings of a name, that one is meant whose sisters stand beside it.
    private int familiarity(Indicator it) {
        return company.getOrDefault(it.parent(), 0);
    }

    /// How well an indicator fits a unit: special domains before general ones, the same measure before a like one.
    private int rank(Indicator indicator, Unit unit) {
        int rank = 0;
        if (pack.domains().keySet().stream().anyMatch(it -> indicator.id().startsWith(it + "."))) {
            rank += 4;
        }
        if (pack.hinted(indicator.id(), unit).isPresent()
                || variant(indicator, unit).isPresent()) {
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
            if (DEEDS.contains(indicator.id()) && WRITINGS.contains(unit.base())) {
                return false; // 下发督办函43份 counts no inspections
            }
            boolean things = indicator.dimension().equals("count.个")
                    || indicator.dimension().equals("count.家");
            return !things || !unit.measure().equals("batch") && !unit.base().equals("人次");
        }
        if (indicator.id().startsWith("case.") && unit.base().equals("次")) {
            return false; // how often something was done, not how many cases
        }
        String measure = measureOf(indicator);
        return measure.equals(unit.measure())
                || measure.equals("thing") && unit.measure().equals("case")
                || measure.equals("batch")
                        && unit.base().equals("个")
                        && !indicator.id().startsWith("pet.")
                || measure.equals("case")
                        && unit.measure().equals("thing")
                        && !indicator.id().startsWith("pet.")
                || measure.equals("case")
                        && unit.measure().equals("batch")
                        && !indicator.id().startsWith("pet.");
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
                && CONNECTED
                        .matcher(text.substring(
                                heads.get(first - 1).end(), heads.get(first).start()))
                        .matches()) {
            first--;
        }
        return List.copyOf(heads.subList(first, heads.size()));
    }

    /// Whether two figures may have the same head: the same dimension, and for counts the same measure.
    static boolean alike(Unit a, Unit b) {
        return a.dimension().equals(b.dimension())
                && (!a.isCount() || a.measure().equals(b.measure()));
    }

    /// The short name under a total that ends some words: 基本 under 支出合计, 到省 under 来访.
    Optional<Head> framed(String total, String words, Unit unit) {
        String best = "";
        Indicator found = null;
        Map<String, Indicator> frame = pack.frame(total);
        for (int from = 0; from < words.length() && found == null; from++) {
            String tail = words.substring(from);
            Indicator it = frame.get(tail);
            if (it != null && fits(it, unit)) {
                best = tail;
                found = it;
            }
        }
        return found == null
                ? Optional.empty()
                : Optional.of(Head.of(found, best).as(canonical(found, unit)));
    }
}
