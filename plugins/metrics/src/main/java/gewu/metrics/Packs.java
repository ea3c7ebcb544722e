package gewu.metrics;

import gewu.api.WorkbenchException;
import gewu.api.metric.Metric;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The packs in force: the plugin's own and those that users put as folders of tables below `packs` in the plugin's
/// data folder. A folder that changed is looked at anew when the packs are next asked for.
///
/// A user's pack is taken only if every row is right and every sentence of its `examples.tsv` is read as told there.
/// One that is not is refused with its lines, and what it was when it was last taken (kept below `accepted`) stays in
/// force. Safe for all threads.
public sealed class Packs permits InstalledPacks {
    /// The tables by which figures are read.
    private static final List<String> READING =
            List.of("indicators.tsv", "units.tsv", "cues.tsv", "frames.tsv", "hints.tsv", "domains.tsv");

    private static final List<String> FILES = Stream.concat(
                    READING.stream(), Stream.of("examples.tsv", "relations.tsv"))
            .toList();
    /// The number of the rules by which figures are read, beside the tables. Whoever changes in code what is read of a
    /// report raises it by one, so that stores that an older build filled are read again.
    private static final int RULES = 2;

    private static final int EXAMPLE_CELLS = 5;
    private static final int EDITION_DIGITS = 8;
    private static final int MOST_BYTES = 4_000_000;

    private final Optional<Path> folder;
    private Map<String, String> seen = Map.of();
    private @Nullable Loaded loaded;

    /// What is in force.
    ///
    /// @param edition fingerprint of the rules and of all tables by which figures are read
    private record Loaded(Pack pack, FigureReader reader, String edition, List<String> names, List<Refused> refused) {}

    /// A pack that is not taken as it is now.
    ///
    /// @param faults sentences, each naming table and line
    /// @param former whether what it was before is in force
    record Refused(String name, List<String> faults, boolean former) {
        Refused {
            faults = List.copyOf(faults);
        }
    }

    /// @param folder in which `packs` lies; empty for the plugin's own alone
    Packs(Optional<Path> folder) {
        this.folder = folder;
    }

    /// Only what comes with the plugin.
    public static Packs own() {
        return new Packs(Optional.empty());
    }

    /// With the users' packs below `folder`.
    static Packs in(Path folder) {
        return new Packs(Optional.of(folder));
    }

    /// All that is known now.
    public Pack pack() {
        return current().pack();
    }

    /// Reads figures by what is known now.
    FigureReader reader() {
        return current().reader();
    }

    /// Fingerprint of what figures are read by now: the rules, the plugin's own tables and those of the users.
    String edition() {
        return current().edition();
    }

    /// The users' packs in force.
    List<String> names() {
        return current().names();
    }

    /// Those that are not taken as they are now.
    List<Refused> refused() {
        return current().refused();
    }

    /// Where users put their packs.
    ///
    /// @throws WorkbenchException if there is no such place
    Path folder() {
        return folder.map(it -> it.resolve("packs"))
                .orElseThrow(() -> new WorkbenchException(
                        "There is no folder for packs here.", "Open a workspace that can be written."));
    }

    /// The tables are read when they are first asked for: a plugin that starts slowly is blamed when
    /// the program is ended meanwhile.
    private synchronized Loaded current() {
        Map<String, String> now =
                folder.map(it -> fingerprints(it.resolve("packs"))).orElse(Map.of());
        Loaded known = loaded;
        if (known == null || !now.equals(seen)) {
            known = now.isEmpty() ? loadOwn() : load(now);
            loaded = known;
            seen = now;
        }
        return known;
    }

    private static Loaded loadOwn() {
        Pack own = Pack.own();
        return new Loaded(own, new FigureReader(own), edition(RULES, ownTables(), ""), List.of(), List.of());
    }

    /// The plugin's own tables by which figures are read, one behind the other.
    private static String ownTables() {
        return String.join("\n", READING.stream().map(PackTable::wordsOf).toList());
    }

    /// @param users the users' tables, empty for none
    static String edition(int rules, String own, String users) {
        return hash(rules + "\n" + own + "\n" + users);
    }

    private Loaded load(Map<String, String> folders) {
        List<PackSource> sources = new ArrayList<>(List.of(PackSource.OWN));
        List<Refused> refused = new ArrayList<>();
        List<String> names = new ArrayList<>();
        StringBuilder prints = new StringBuilder();
        for (String name : folders.keySet()) {
            Path asIs = folder().resolve(name);
            Path former = accepted(name);
            List<String> faults = faults(sources, PackSource.of(asIs));
            boolean isFormer = !faults.isEmpty()
                    && Files.isDirectory(former)
                    && faults(sources, PackSource.of(former)).isEmpty();
            if (!faults.isEmpty()) {
                refused.add(new Refused(name, faults, isFormer));
            } else {
                accept(asIs, former);
            }
            if (faults.isEmpty() || isFormer) {
                sources.add(PackSource.of(isFormer ? former : asIs));
                names.add(name);
                String tables = contents(isFormer ? former : asIs, READING);
                prints.append(tables.isEmpty() ? "" : name + "\n" + tables);
            }
        }
        Pack pack = Pack.of(sources);
        String edition = edition(RULES, ownTables(), prints.toString());
        return new Loaded(pack, new FigureReader(pack), edition, List.copyOf(names), List.copyOf(refused));
    }

    private Path accepted(String name) {
        return folder().resolveSibling("accepted").resolve(name);
    }

    /// What is wrong with a pack behind those before it.
    private static List<String> faults(List<PackSource> before, PackSource added) {
        List<PackSource> all = new ArrayList<>(before);
        all.add(added);
        Pack pack = Pack.of(all);
        List<String> faults = new ArrayList<>(pack.faults());
        Optional<PackTable> examples = added.table("examples.tsv", EXAMPLE_CELLS);
        examples.ifPresent(it -> faults.addAll(it.faults()));
        if (faults.isEmpty() && examples.isPresent()) {
            FigureReader reader = new FigureReader(pack);
            for (PackTable.Row row : examples.get().rows()) {
                example(reader, row).ifPresent(faults::add);
            }
        }
        return faults;
    }

    /// What an example is read as, if that is not what it tells: a sentence, the indicator's id, value, unit, kind.
    private static Optional<String> example(FigureReader reader, PackTable.Row row) {
        String sentence = row.cell(0);
        SourceText text = SourceText.onePage(sentence);
        Report report = new Report(
                "example",
                1,
                new ReportFacts("", "", "", 0, ReportKind.OTHER),
                text,
                List.of(new Paragraph(1, 1, 0, 0, sentence.length())),
                List.of());
        List<Metric> read = reader.read(report);
        String wanted = String.join(" ", row.cells().subList(1, EXAMPLE_CELLS));
        boolean isRead = read.stream().map(Packs::told).anyMatch(wanted::equals);
        return isRead
                ? Optional.empty()
                : Optional.of(row.told("“" + sentence + "” does not give " + wanted + " but "
                        + (read.isEmpty()
                                ? "nothing"
                                : String.join(
                                        "; ", read.stream().map(Packs::told).toList()))
                        + "."));
    }

    private static String told(Metric metric) {
        return metric.canonical() + " " + metric.value() + " " + metric.unit() + " "
                + metric.kind().id();
    }

    private static void accept(Path asIs, Path former) {
        try {
            Files.createDirectories(former);
            for (String file : FILES) {
                if (Files.isRegularFile(asIs.resolve(file))) {
                    Files.copy(asIs.resolve(file), former.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.deleteIfExists(former.resolve(file));
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// The users' packs by name, each with a hash of its tables.
    private static Map<String, String> fingerprints(Path packs) {
        if (!Files.isDirectory(packs)) {
            return Map.of();
        }
        try (Stream<Path> all = Files.list(packs)) {
            Map<String, String> prints = new TreeMap<>();
            all.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(Path::toString))
                    .forEach(it -> prints.put(String.valueOf(it.getFileName()), fingerprint(it)));
            return prints;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String fingerprint(Path pack) {
        return hash(contents(pack, FILES));
    }

    /// The tables of a pack one behind the other; empty if it has none of them.
    private static String contents(Path pack, List<String> files) {
        try {
            StringBuilder all = new StringBuilder();
            for (String file : files) {
                Path path = pack.resolve(file);
                if (Files.isRegularFile(path)) {
                    if (Files.size(path) > MOST_BYTES) {
                        throw new WorkbenchException(
                                path + " is larger than " + MOST_BYTES / 1_000_000 + " MB.",
                                "Cut the pack into several, or see what got into the file.");
                    }
                    all.append(file).append('\n').append(Files.readString(path, StandardCharsets.ISO_8859_1));
                }
            }
            return all.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, EDITION_DIGITS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
