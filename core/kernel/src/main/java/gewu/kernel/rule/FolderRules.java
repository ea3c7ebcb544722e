package gewu.kernel.rule;

import gewu.api.report.Fact;
import gewu.kernel.report.RuleWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What the folders say about files, by their `gewu-rules.txt`: from the outermost folder that was ever
/// imported down to the file's own. The nearer folder wins, and in one file the later line.
///
/// Each rules file is read once. Safe for all threads.
public final class FolderRules {
    /// The name of a rules file.
    public static final String NAME = "gewu-rules.txt";

    private final List<Path> imported;
    private final Map<Path, RulesFile> read = new ConcurrentHashMap<>();

    /// @param imported folders that were imported, resolved; rules above them are none of ours
    public FolderRules(List<Path> imported) {
        this.imported = List.copyOf(imported);
    }

    /// What rules say about a file, by field.
    ///
    /// @param file   resolved
    /// @param inside the name in that archive, parted by `/`; empty for the file itself
    public List<RuleWord> about(Path file, String inside) {
        Map<Fact.Field, RuleWord> words = new EnumMap<>(Fact.Field.class);
        for (RulesFile rules : above(file)) {
            Path folder = rules.file().getParent();
            if (rules.rules().isEmpty() || folder == null) {
                continue;
            }
            String path = below(folder, file) + (inside.isEmpty() ? "" : "/" + inside);
            new TreeMap<>(rules.rules())
                    .forEach((line, rule) -> rule.about(path)
                            .forEach((field, value) ->
                                    words.put(field, new RuleWord(field, value, rules.file() + ":" + line))));
        }
        return List.copyOf(words.values());
    }

    /// The rules files that count for a file, the outermost first.
    public List<RulesFile> above(Path file) {
        List<RulesFile> above = new ArrayList<>();
        Path folder = file.getParent();
        if (folder == null) {
            return above;
        }
        Path outermost = imported.stream()
                .filter(file::startsWith)
                .min((a, b) -> Integer.compare(a.getNameCount(), b.getNameCount()))
                .orElse(folder);
        for (Path at = folder; at != null && at.startsWith(outermost); at = at.getParent()) {
            above.addFirst(in(at));
        }
        return above;
    }

    /// The rules of a folder itself.
    public RulesFile in(Path folder) {
        return read.computeIfAbsent(folder, it -> RulesFile.read(it.resolve(NAME)));
    }

    private static String below(Path folder, Path file) {
        return StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
