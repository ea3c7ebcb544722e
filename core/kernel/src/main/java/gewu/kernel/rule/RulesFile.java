package gewu.kernel.rule;

import gewu.api.WorkbenchException;
import gewu.api.intake.TextDecoder;
import gewu.api.report.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The rules of one folder, as its rules file gives them. Lines that can't be understood are faults; the others hold.
///
/// @param rules by the number of their line
public record RulesFile(Path file, Map<Integer, Rule> rules, List<Fault> faults) {
    private static final int MOST_BYTES = 262_144;
    private static final int MOST_RULES = 1_000;
    private static final int LONGEST_LINE = 500;

    /// Why a line, or with line 0 the whole file, does not hold.
    public record Fault(int line, String why, String remedy) {}

    public RulesFile {
        rules = Map.copyOf(rules);
        faults = List.copyOf(faults);
    }

    /// Reads a rules file, in whatever encoding it was saved; without one, there are no rules.
    static RulesFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new RulesFile(file, Map.of(), List.of());
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return faulty(
                        file, "It is larger than " + MOST_BYTES / 1024 + " KB.", "Keep in it rules alone, one a line.");
            }
            return switch (new TextDecoder().decode(bytes)) {
                case TextDecoder.Decoded.Words(String text) -> parsed(file, text);
                case TextDecoder.Decoded.NoText(String why, String remedy) -> faulty(file, why, remedy);
            };
        } catch (IOException unreadable) {
            return faulty(
                    file, "It can't be read: " + unreadable.getMessage() + ".", "See to its rights, or to the disk.");
        }
    }

    private static RulesFile faulty(Path file, String why, String remedy) {
        return new RulesFile(file, Map.of(), List.of(new Fault(0, why, remedy)));
    }

    private static RulesFile parsed(Path file, String text) {
        Map<Integer, Rule> rules = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("＃")) {
                continue;
            }
            if (rules.size() + faults.size() == MOST_RULES) {
                faults.add(new Fault(
                        i + 1, "There are more than " + MOST_RULES + " rules.", "Part them among the folders below."));
                break;
            }
            try {
                rules.put(i + 1, rule(line));
            } catch (WorkbenchException wrong) {
                faults.add(new Fault(i + 1, String.valueOf(wrong.getMessage()), wrong.remedy()));
            }
        }
        return new RulesFile(file, rules, faults);
    }

    private static Rule rule(String line) {
        if (line.length() > LONGEST_LINE) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "The line has more than " + LONGEST_LINE + " characters.",
                    "Write several rules.");
        }
        return Rule.of(line);
    }

    static String fields() {
        return Arrays.stream(Fact.Field.values())
                .map(it -> it.id() + " (" + it.label().zh() + ")")
                .collect(Collectors.joining(", "));
    }

    /// The faults in words, each with file, line and next move.
    public String told() {
        return faults.stream()
                .map(it -> file + (it.line() == 0 ? "" : ", line " + it.line()) + ": " + it.why() + " " + it.remedy())
                .collect(Collectors.joining(" "));
    }
}
