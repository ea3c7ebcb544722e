package gewu.metrics;

import gewu.metrics.Token.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a paragraph of a petition office's report for 2021 tells, read by the [ClauseReader] alone.
final class Told {
    private static final Pack PACK = Pack.own();

    private Told() {}

    static List<Statement> in(String words, String headings) {
        List<Quantity> quantities = new ArrayList<>();
        for (Token token : new QuantityScanner(PACK).scan(words)) {
            if (token instanceof Quantity it) {
                quantities.add(it);
            }
        }
        Setting setting = new Setting(2021, "青禾县信访局", headings, Set.of(), "pet");
        return new ClauseReader(PACK, setting, words, quantities).read();
    }

    /// Each figure as `words indicator role direction`, and `of` the words of the level it belongs to.
    static List<String> lines(String words) {
        List<Statement> all = in(words, "");
        return all.stream()
                .map(it -> words.substring(it.quantity().start(), it.quantity().end()) + " " + it.canonical() + " "
                        + it.kind().id() + it.direction().id()
                        + (it.of() < 0
                                ? ""
                                : " of "
                                        + words.substring(
                                                all.get(it.of()).quantity().start(),
                                                all.get(it.of()).quantity().end())))
                .toList();
    }
}
