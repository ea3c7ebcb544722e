package gewu.metrics;

import gewu.api.metric.Metric;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known of indicators, units and cues, read from tables and checked. Not changed after loading; all threads
/// may share it.
public final class Pack {
    private static final Set<String> DIMENSIONS =
            Set.of("money", "ratio", "pp", "count", "score", "duration", "multiple", "decoy");
    private static final Set<String> ROLES = Set.of("change", "flat", "target", "generic", "scope");

    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final Words<Indicator> names = new Words<>();
    private final Words<Unit> units = new Words<>();
    private final Words<Cue> changes = new Words<>();
    private final Words<Cue> targets = new Words<>();
    private final Words<Cue> flats = new Words<>();
    private final Words<Cue> scopes = new Words<>();
    private final Set<String> generic = new HashSet<>();
    private final Map<String, Map<String, Indicator>> frames = new HashMap<>();
    private final Map<String, Map<String, Indicator>> hints = new HashMap<>();
    private final Map<String, List<String>> domains = new LinkedHashMap<>();

    private Pack() {}

    /// The pack that comes with the plugin.
    ///
    /// @throws gewu.api.WorkbenchException if a table is wrong; it names the line
    public static Pack own() {
        Pack pack = new Pack();
        pack.readIndicators(PackTable.ofResource("indicators.tsv", 6));
        pack.readUnits(PackTable.ofResource("units.tsv", 5));
        pack.readCues(PackTable.ofResource("cues.tsv", 3));
        pack.readBinding(PackTable.ofResource("frames.tsv", 3), pack.frames);
        pack.inheritFrames();
        pack.readBinding(PackTable.ofResource("hints.tsv", 3), pack.hints);
        for (PackTable.Row row : PackTable.ofResource("domains.tsv", 2).rows()) {
            pack.domains.put(row.cell(0), List.of(row.cell(1).split("\\|")));
        }
        return pack;
    }

    private void readIndicators(PackTable table) {
        for (PackTable.Row row : table.rows()) {
            Indicator it = new Indicator(row.cell(0), row.cell(1), row.cell(2), row.cell(3), row.cell(4));
            if (indicators.put(it.id(), it) != null) {
                throw row.fault("the indicator " + it.id() + " is there already.");
            }
        }
        for (PackTable.Row row : table.rows()) {
            checkParents(row);
            Indicator it = indicator(row, row.cell(0));
            for (String pattern : row.cell(5).split("；")) {
                if (pattern.isEmpty()) {
                    continue;
                }
                List<String> words = Alternatives.of(pattern);
                if (words.isEmpty()) {
                    throw row.fault("the alias “" + pattern + "” is not well formed, or stands for more than "
                            + Alternatives.MOST + " words.");
                }
                words.forEach(word -> names.add(word, it));
            }
        }
    }

    private void checkParents(PackTable.Row row) {
        Set<String> seen = new HashSet<>();
        String at = row.cell(0);
        while (!at.isEmpty()) {
            if (!seen.add(at)) {
                throw row.fault("its parents come back to " + at + ".");
            }
            at = indicator(row, at).parent();
        }
    }

    private Indicator indicator(PackTable.Row row, String id) {
        Indicator found = indicators.get(id);
        if (found == null) {
            throw row.fault("there is no indicator " + id + ".");
        }
        return found;
    }

    private void readUnits(PackTable table) {
        for (PackTable.Row row : table.rows()) {
            if (!DIMENSIONS.contains(row.cell(1))) {
                throw row.fault("“" + row.cell(1) + "” is no dimension; known: "
                        + String.join(", ", DIMENSIONS.stream().sorted().toList()) + ".");
            }
            units.add(row.cell(0), new Unit(row.cell(0), row.cell(1), row.cell(2), row.cell(3), row.cell(4)));
        }
    }

    private void readCues(PackTable table) {
        for (PackTable.Row row : table.rows()) {
            String role = row.cell(0);
            if (!ROLES.contains(role)) {
                throw row.fault("“" + role + "” is no role; known: "
                        + String.join(", ", ROLES.stream().sorted().toList()) + ".");
            }
            Metric.Direction direction = switch (row.cell(2)) {
                case "" -> Metric.Direction.NONE;
                case "up" -> Metric.Direction.UP;
                case "down" -> Metric.Direction.DOWN;
                case "flat" -> Metric.Direction.FLAT;
                default -> throw row.fault("“" + row.cell(2) + "” is no direction; known: up, down, flat.");
            };
            Cue cue = new Cue(role, row.cell(1), direction);
            switch (role) {
                case "change" -> changes.add(cue.words(), cue);
                case "target" -> targets.add(cue.words(), cue);
                case "flat" -> flats.add(cue.words(), cue);
                case "scope" -> scopes.add(cue.words(), cue);
                default -> generic.add(cue.words());
            }
        }
    }

    private void readBinding(PackTable table, Map<String, Map<String, Indicator>> into) {
        for (PackTable.Row row : table.rows()) {
            Indicator of = indicator(row, row.cell(0));
            into.computeIfAbsent(of.id(), _ -> new LinkedHashMap<>()).put(row.cell(1), indicator(row, row.cell(2)));
        }
    }

    /// What holds under an indicator holds under its parts and variants, unless they say otherwise.
    private void inheritFrames() {
        Map<String, Map<String, Indicator>> own = Map.copyOf(frames);
        for (String id : indicators.keySet()) {
            Map<String, Indicator> all = new LinkedHashMap<>();
            for (String at = id; !at.isEmpty(); at = parent(at)) {
                own.getOrDefault(at, Map.of()).forEach(all::putIfAbsent);
            }
            frames.put(id, all);
        }
    }

    Words<Indicator> names() {
        return names;
    }

    Words<Unit> units() {
        return units;
    }

    Words<Cue> changes() {
        return changes;
    }

    Words<Cue> targets() {
        return targets;
    }

    Words<Cue> flats() {
        return flats;
    }

    Words<Cue> scopes() {
        return scopes;
    }

    boolean isGeneric(String surface) {
        return generic.contains(surface);
    }

    /// The indicator with this id.
    public Optional<Indicator> find(String id) {
        return Optional.ofNullable(indicators.get(id));
    }

    /// All indicators, as the table lists them.
    public List<Indicator> indicators() {
        return List.copyOf(indicators.values());
    }

    /// Whether `id` is `of` or stands below it in the taxonomy.
    public boolean isWithin(String id, String of) {
        for (String at = id; !at.isEmpty(); at = parent(at)) {
            if (at.equals(of)) {
                return true;
            }
        }
        return false;
    }

    /// Whether `words` hold a name of the indicator.
    public boolean isNamed(String words, String id) {
        return names.in(words, 0, words.length()).stream()
                .flatMap(hit -> hit.meanings().stream())
                .anyMatch(it -> it.id().equals(id));
    }

    /// The directions that the words of `text` tell, in order.
    public List<Metric.Direction> directions(String text) {
        return changes.in(text, 0, text.length()).stream()
                .map(hit -> hit.meanings().getFirst().direction())
                .toList();
    }

    /// The indicators that bear exactly this name or alias.
    public List<Indicator> called(String name) {
        Words.Hit<Indicator> hit = names.longest(name, 0, name.length());
        return hit.end() == name.length() ? List.copyOf(hit.meanings()) : List.of();
    }

    /// The short names that hold under an indicator: its own, then those of its parents.
    Map<String, Indicator> frame(String id) {
        return frames.getOrDefault(id, Map.of());
    }

    /// The indicator that an id is a variant of (the batches of visits: visits); the id's own if it is none.
    Optional<Indicator> base(String id) {
        int point = id.lastIndexOf('.');
        return point < 0 ? Optional.empty() : find(id.substring(0, point)).or(() -> find(id));
    }

    private String parent(String id) {
        return find(id).map(Indicator::parent).orElse("");
    }

    Optional<Indicator> hinted(String id, Unit unit) {
        Map<String, Indicator> byUnit = hints.getOrDefault(id, Map.of());
        Indicator exact = byUnit.get(unit.base());
        return Optional.ofNullable(exact);
    }

    /// The domains that hold only where one of their words stands.
    Map<String, List<String>> domains() {
        return domains;
    }
}
