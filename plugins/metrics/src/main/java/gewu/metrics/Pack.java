package gewu.metrics;

import gewu.api.WorkbenchException;
import gewu.api.metric.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// What is known of indicators, units and cues, read from tables and checked. Not changed after loading; all threads
/// may share it.
public final class Pack {
    private static final Set<String> DIMENSIONS =
            Set.of("money", "ratio", "pp", "count", "score", "duration", "multiple", "decoy");
    private static final Set<String> MEASURES = Set.of("case", "batch", "person", "mixed");
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

    private final Relations relations = new Relations();
    private final List<String> faults = new ArrayList<>();

    private Pack() {}

    /// The pack that comes with the plugin.
    ///
    /// @throws WorkbenchException if a table is wrong; it names the line
    public static Pack own() {
        Pack pack = of(List.of(PackSource.OWN));
        if (!pack.faults.isEmpty()) {
            throw new WorkbenchException(pack.faults.getFirst(), "The plugin “metrics” is damaged; install it again.");
        }
        return pack;
    }

    /// All tables of several packs in one; later ones add to earlier ones.
    static Pack of(List<PackSource> sources) {
        Pack pack = new Pack();
        pack.each(sources, "units.tsv", 5, pack::unit);
        pack.each(sources, "indicators.tsv", 6, pack::indicator);
        pack.each(sources, "indicators.tsv", 6, pack::names);
        pack.each(sources, "cues.tsv", 3, pack::cue);
        pack.each(sources, "frames.tsv", 3, (source, row) -> pack.bind(row, pack.frames));
        pack.inheritFrames();
        pack.each(sources, "hints.tsv", 3, (source, row) -> pack.bind(row, pack.hints));
        pack.each(
                sources,
                "domains.tsv",
                2,
                (source, row) ->
                        pack.domains.put(row.cell(0), List.of(row.cell(1).split("\\|"))));
        pack.each(sources, "relations.tsv", 2, (source, row) -> pack.relations.add(source, row, pack));
        return pack;
    }

    /// Reads a table of each pack; a row that is wrong is told and left out.
    private void each(List<PackSource> sources, String file, int columns, BiConsumer<PackSource, PackTable.Row> read) {
        for (PackSource source : sources) {
            Optional<PackTable> table = source.table(file, columns);
            if (table.isPresent()) {
                table.get().faults().stream().filter(it -> !faults.contains(it)).forEach(faults::add);
                for (PackTable.Row row : table.get().rows()) {
                    try {
                        read.accept(source, row);
                    } catch (WorkbenchException wrong) {
                        faults.add(wrong.getMessage());
                    }
                }
            }
        }
    }

    /// What is wrong in the tables, each a sentence that names table and line.
    List<String> faults() {
        return List.copyOf(faults);
    }

    private void indicator(PackSource source, PackTable.Row row) {
        Indicator it = new Indicator(row.cell(0), row.cell(1), row.cell(2), row.cell(3), row.cell(4));
        Indicator known = indicators.get(it.id());
        if (known == null) {
            checkNew(source, row, it);
            indicators.put(it.id(), it);
            return;
        }
        boolean isMore = !source.isOwn()
                && (it.zh().isEmpty() || it.zh().equals(known.zh()))
                && (it.dimension().isEmpty() || it.dimension().equals(known.dimension()))
                && (it.parent().isEmpty() || it.parent().equals(known.parent()));
        if (!isMore) {
            throw row.fault("the indicator " + it.id() + " is there already"
                    + (source.isOwn() ? "." : "; to give it more aliases, leave its other cells empty (-)."));
        }
    }

    private void checkNew(PackSource source, PackTable.Row row, Indicator it) {
        if (!it.id().matches("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*")) {
            throw row.fault("“" + it.id()
                    + "” is no id: small letters, digits and _, parted by points, such as fin.exp.total.");
        }
        if (!source.isOwn() && it.zh().isEmpty()) {
            throw row.fault("the indicator " + it.id() + " has no name.");
        }
        if (!source.isOwn() && !isDimension(it.dimension())) {
            throw row.fault("“" + it.dimension() + "” is no dimension; known: money, ratio, score, rank, duration and"
                    + " count.件 with any unit that is counted.");
        }
    }

    private boolean isDimension(String words) {
        if (Set.of("money", "ratio", "score", "rank", "duration").contains(words)) {
            return true;
        }
        String counted = words.startsWith("count.") ? words.substring("count.".length()) : "";
        Words.Hit<Unit> hit = units.longest(counted, 0, counted.length());
        return !counted.isEmpty() && hit.end() == counted.length();
    }

    private void names(PackSource source, PackTable.Row row) {
        Indicator it = indicators.get(row.cell(0));
        if (it == null) {
            return; // told already
        }
        checkParents(row);
        for (String pattern : row.cell(5).split("；")) {
            if (pattern.isEmpty()) {
                continue;
            }
            List<String> words = Alternatives.of(pattern);
            if (words.isEmpty()) {
                throw row.fault("the alias “" + pattern + "” is not well formed, or stands for more than "
                        + Alternatives.MOST + " words.");
            }
            for (String word : words) {
                if (!source.isOwn()) {
                    checkAlias(row, it, word);
                }
                names.add(word, it);
            }
        }
    }

    /// An alias of a user's pack must not take over what another indicator of the same dimension is called.
    private void checkAlias(PackTable.Row row, Indicator it, String word) {
        if (word.length() < 2) {
            throw row.fault("the alias “" + word + "” is too short: it would stand in many other words.");
        }
        called(word).stream()
                .filter(other ->
                        !other.id().equals(it.id()) && other.dimension().equals(it.dimension()))
                .findFirst()
                .ifPresent(other -> {
                    throw row.fault("“" + word + "” is the name of " + other.id() + " " + other.zh() + " already.");
                });
    }

    /// One whose parents are wrong stands at the top from then on, so that no way up is without end.
    private void checkParents(PackTable.Row row) {
        Set<String> seen = new HashSet<>();
        String at = row.cell(0);
        while (!at.isEmpty()) {
            Indicator it = indicators.get(at);
            if (it == null || !seen.add(at)) {
                Indicator own = indicator(row, row.cell(0));
                indicators.put(own.id(), new Indicator(own.id(), own.zh(), own.en(), own.dimension(), ""));
                throw row.fault(
                        it == null ? "there is no indicator " + at + "." : "its parents come back to " + at + ".");
            }
            at = it.parent();
        }
    }

    private Indicator indicator(PackTable.Row row, String id) {
        Indicator found = indicators.get(id);
        if (found == null) {
            throw row.fault("there is no indicator " + id + ".");
        }
        return found;
    }

    private void unit(PackSource source, PackTable.Row row) {
        if (!DIMENSIONS.contains(row.cell(1))) {
            throw row.fault("“" + row.cell(1) + "” is no dimension; known: "
                    + String.join(", ", DIMENSIONS.stream().sorted().toList()) + ".");
        }
        units.add(row.cell(0), new Unit(row.cell(0), row.cell(1), row.cell(2), row.cell(3), row.cell(4)));
    }

    private void cue(PackSource source, PackTable.Row row) {
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

    private void bind(PackTable.Row row, Map<String, Map<String, Indicator>> into) {
        Indicator of = indicator(row, row.cell(0));
        into.computeIfAbsent(of.id(), _ -> new LinkedHashMap<>()).put(row.cell(1), indicator(row, row.cell(2)));
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

    /// What is told of how indicators hang together.
    public Relations relations() {
        return relations;
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
        boolean measured = point > 0 && MEASURES.contains(id.substring(point + 1));
        return find(measured ? id.substring(0, point) : id).or(() -> find(id));
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
