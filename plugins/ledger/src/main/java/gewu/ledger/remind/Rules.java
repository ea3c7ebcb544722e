package gewu.ledger.remind;

import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The table of rules: the program's own, or the office's in its place. Immutable.
///
/// @param text as it was read
record Rules(List<Rule> all, String text) {
    static final String FILE = "reminders.tsv";

    private static final int CELLS = 10;

    Rules {
        all = List.copyOf(all);
    }

    /// @param folder may hold a table of the office
    /// @throws WorkbenchException if a line is none; it says which and why
    static Rules in(Path folder) {
        Path own = folder.resolve(FILE);
        try {
            return Files.exists(own) ? of(Files.readString(own)) : Own.RULES;
        } catch (IOException unreadable) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.WORKSPACE,
                    own + " can't be read: " + unreadable.getMessage() + ".",
                    "Put it right or take it away.",
                    unreadable);
        }
    }

    /// The program's own, read when they are first asked for.
    private static final class Own {
        private static final Rules RULES = own();

        private static Rules own() {
            try (InputStream table = Objects.requireNonNull(Rules.class.getResourceAsStream(FILE), FILE)) {
                return of(new String(table.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    static Rules of(String text) throws IOException {
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        BufferedReader reader =
                new BufferedReader(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Rule rule = new Line(number, line.strip()).rule();
            if (!ids.add(rule.id())) {
                throw off(number, "“" + rule.id() + "” stands there already", "Give each rule a name of its own.");
            }
            rules.add(rule);
        }
        if (rules.stream().noneMatch(Rules::goesOn)) {
            throw fault(
                    FILE + " has no rule that goes on after the deadline, so overdue items would fall silent.",
                    "Let one that counts from deadline, for *, come again: a number of days above 0 in the sixth cell.");
        }
        return new Rules(rules, text);
    }

    private static boolean goesOn(Rule it) {
        return it.basis() == Basis.DEADLINE && it.kind().equals("*") && it.every() > 0;
    }

    private static WorkbenchException off(int number, String why, String remedy) {
        return fault("Line " + number + " of " + FILE + ": " + why + ".", remedy);
    }

    private static WorkbenchException fault(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.WORKSPACE, message, remedy);
    }

    /// One line that is read.
    private record Line(int number, String words) {
        Rule rule() {
            String[] cells = words.split("\t", -1);
            if (cells.length != CELLS) {
                throw off(
                        number,
                        "it has " + cells.length + " cells, not " + CELLS,
                        "Write it like the lines of plugins/ledger/README.md.");
            }
            Set<String> channels = new LinkedHashSet<>(list(cells[7]));
            List<Audience> audience = list(cells[6]).stream()
                    .map(it ->
                            known(it, Audience::of, Stream.of(Audience.values()).map(Audience::id)))
                    .toList();
            if (audience.isEmpty() || channels.isEmpty()) {
                throw off(
                        number, "it needs an audience and a channel", "Name one of each, such as unit and workbench.");
            }
            return new Rule(
                    words,
                    cells[0],
                    known(cells[1], Basis::of, Stream.of(Basis.values()).map(Basis::id)),
                    known(cells[2], Optional::of, Stream.empty(), Set.of("*", "at_once", "staged", "lasting")),
                    whole(cells[3], -3660),
                    known(cells[4], Optional::of, Stream.empty(), Set.of("days", "working_days"))
                            .equals("working_days"),
                    whole(cells[5], 0),
                    audience,
                    channels,
                    cells[8].equals("-")
                            ? Colour.NONE
                            : known(cells[8], Colour::of, Stream.of("blue", "yellow", "red")),
                    list(cells[9]));
        }

        private static List<String> list(String cell) {
            return Stream.of(cell.split(","))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty() && !it.equals("-"))
                    .toList();
        }

        private String known(
                String word, Function<String, Optional<String>> of, Stream<String> names, Set<String> all) {
            return known(
                    word,
                    it -> of.apply(it).filter(all::contains),
                    Stream.concat(names, all.stream().sorted()));
        }

        private <T> T known(String word, Function<String, Optional<T>> of, Stream<String> names) {
            return of.apply(word)
                    .orElseThrow(() -> off(number, "it says “" + word + "”", Nearest.hint(word, names.toList())));
        }

        private int whole(String word, int least) {
            if (!word.matches("-?\\d{1,4}") || Integer.parseInt(word) < least || Integer.parseInt(word) > 3660) {
                throw off(
                        number, "“" + word + "” is no number of days here", "Write a whole number of days, such as 7.");
            }
            return Integer.parseInt(word);
        }
    }
}
