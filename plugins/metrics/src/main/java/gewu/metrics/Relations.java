package gewu.metrics;

import gewu.api.metric.Check.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The relations between indicators that packs tell in their `relations.tsv`, checked row by row. Not changed after
/// loading; all threads may share it.
///
/// A row is a relation and how much it matters: `sum a = b + c`, `rate r = a / b`, or `a <= b`, where
/// `*.batch <= *.person` stands for all indicators that have both.
public final class Relations {
    private final List<Relation.Sum> sums = new ArrayList<>();
    private final List<Relation.Rate> rates = new ArrayList<>();
    private final List<Relation.Most> mosts = new ArrayList<>();
    private final Map<String, List<String>> told = new LinkedHashMap<>();

    Relations() {}

    /// @param pack its indicators are known already
    /// @throws gewu.api.WorkbenchException if the row is wrong; it names the line
    void add(PackSource source, PackTable.Row row, Pack pack) {
        read(row, pack).or(() -> circle(row)).ifPresent(fault -> {
            throw row.fault(fault);
        });
        told.computeIfAbsent(source.name(), _ -> new ArrayList<>())
                .add(row.cell(0).strip());
    }

    /// The relations of one pack, as they are written there.
    ///
    /// @param name of the pack; empty for the plugin's own
    List<String> told(String name) {
        return List.copyOf(told.getOrDefault(name, List.of()));
    }

    private Optional<String> read(PackTable.Row row, Pack pack) {
        Optional<Severity> weight = weight(row.cell(1));
        if (weight.isEmpty()) {
            return Optional.of("“" + row.cell(1) + "” is no weight; known: error, info, warn.");
        }
        String words = row.cell(0).strip();
        List<String> ids = ids(words);
        if (words.startsWith("sum ") && ids.size() >= 3 && words.equals(sum(ids))) {
            return checked(ids, pack).or(() -> {
                sums.add(new Relation.Sum(ids.getFirst(), ids.subList(1, ids.size()), weight.get()));
                return Optional.empty();
            });
        }
        if (words.startsWith("rate ") && ids.size() == 3 && words.equals(rate(ids))) {
            return checkedRate(ids, pack).or(() -> {
                rates.add(new Relation.Rate(ids.get(0), ids.get(1), ids.get(2), weight.get()));
                return Optional.empty();
            });
        }
        if (ids.size() == 2 && words.equals(ids.get(0) + " <= " + ids.get(1))) {
            return most(ids, pack, weight.get());
        }
        return Optional.of("“" + words + "” is no relation; write sum a = b + c, rate r = a / b, or a <= b.");
    }

    private static Optional<Severity> weight(String words) {
        return switch (words) {
            case "error" -> Optional.of(Severity.ERROR);
            case "warn" -> Optional.of(Severity.WARN);
            case "info" -> Optional.of(Severity.INFO);
            default -> Optional.empty();
        };
    }

    private static List<String> ids(String words) {
        List<String> ids = new ArrayList<>();
        for (String word : words.split(" ")) {
            if (!Set.of("sum", "rate", "=", "+", "/", "<=", "").contains(word)) {
                ids.add(word);
            }
        }
        return ids;
    }

    private static String sum(List<String> ids) {
        return "sum " + ids.getFirst() + " = " + String.join(" + ", ids.subList(1, ids.size()));
    }

    private static String rate(List<String> ids) {
        return "rate " + ids.get(0) + " = " + ids.get(1) + " / " + ids.get(2);
    }

    private static Optional<String> checked(List<String> ids, Pack pack) {
        Optional<String> unknown = unknown(ids, pack);
        if (unknown.isPresent()) {
            return unknown;
        }
        if (new HashSet<>(ids).size() < ids.size()) {
            return Optional.of("an indicator stands in it twice.");
        }
        String dimension = dimension(ids.getFirst(), pack);
        for (String id : ids) {
            if (!dimension(id, pack).equals(dimension)) {
                return Optional.of("it adds " + named(dimension(id, pack)) + " (" + id + ") to " + named(dimension)
                        + " (" + ids.getFirst() + ").");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> checkedRate(List<String> ids, Pack pack) {
        Optional<String> unknown = unknown(ids, pack);
        if (unknown.isPresent()) {
            return unknown;
        }
        if (!dimension(ids.get(0), pack).equals("ratio")) {
            return Optional.of(ids.get(0) + " is no rate but " + named(dimension(ids.get(0), pack)) + ".");
        }
        String part = dimension(ids.get(1), pack);
        String whole = dimension(ids.get(2), pack);
        return part.equals(whole)
                ? Optional.empty()
                : Optional.of("it divides " + named(part) + " (" + ids.get(1) + ") by " + named(whole) + " ("
                        + ids.get(2) + ").");
    }

    private Optional<String> most(List<String> ids, Pack pack, Severity weight) {
        if (ids.get(0).startsWith("*.") && ids.get(1).startsWith("*.")) {
            int before = mosts.size();
            String less = ids.get(0).substring(1);
            String more = ids.get(1).substring(1);
            for (Indicator it : pack.indicators()) {
                if (it.id().endsWith(less)) {
                    String other = it.id().substring(0, it.id().length() - less.length()) + more;
                    pack.find(other).ifPresent(_ -> mosts.add(new Relation.Most(it.id(), other, weight)));
                }
            }
            return mosts.size() > before ? Optional.empty() : Optional.of("no indicator has both endings.");
        }
        Optional<String> unknown = unknown(ids, pack);
        if (unknown.isPresent()) {
            return unknown;
        }
        String less = dimension(ids.get(0), pack);
        String more = dimension(ids.get(1), pack);
        if (!less.equals(more) && !less.isEmpty() && !more.isEmpty()) {
            return Optional.of("it compares " + named(less) + " (" + ids.get(0) + ") with " + named(more) + " ("
                    + ids.get(1) + ").");
        }
        mosts.add(new Relation.Most(ids.get(0), ids.get(1), weight));
        return Optional.empty();
    }

    private static Optional<String> unknown(List<String> ids, Pack pack) {
        return ids.stream()
                .filter(id -> pack.find(id).isEmpty())
                .findFirst()
                .map(id -> "there is no indicator " + id + ".");
    }

    /// What things are measured in, all counts alike.
    private static String dimension(String id, Pack pack) {
        String dimension = pack.find(id).map(Indicator::dimension).orElse("");
        return dimension.startsWith("count.") ? "count" : dimension;
    }

    private static String named(String dimension) {
        return dimension.isEmpty() ? "what has no unit of its own" : dimension;
    }

    /// Whether the relation of a row leads back to where it begins, over those before it.
    private Optional<String> circle(PackTable.Row row) {
        List<String> ids = ids(row.cell(0).strip());
        if (ids.size() < 2 || row.cell(0).startsWith("rate ")) {
            return Optional.empty();
        }
        boolean isSum = row.cell(0).startsWith("sum ");
        Map<String, List<String>> steps = new LinkedHashMap<>();
        if (isSum) {
            sums.forEach(it ->
                    steps.computeIfAbsent(it.total(), _ -> new ArrayList<>()).addAll(it.parts()));
        } else {
            mosts.forEach(it ->
                    steps.computeIfAbsent(it.less(), _ -> new ArrayList<>()).add(it.more()));
        }
        String begin = ids.getFirst();
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(steps.getOrDefault(begin, List.of()));
        while (!open.isEmpty()) {
            String at = open.removeLast();
            if (at.equals(begin)) {
                return Optional.of("it comes back to " + begin + ".");
            }
            if (seen.add(at)) {
                open.addAll(steps.getOrDefault(at, List.of()));
            }
        }
        return Optional.empty();
    }

    public List<Relation.Sum> sums() {
        return List.copyOf(sums);
    }

    public List<Relation.Rate> rates() {
        return List.copyOf(rates);
    }

    public List<Relation.Most> mosts() {
        return List.copyOf(mosts);
    }
}
