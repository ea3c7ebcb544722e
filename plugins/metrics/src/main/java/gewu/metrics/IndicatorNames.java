package gewu.metrics;

import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.report.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What people call indicators: ids, names and aliases. Safe for all threads.
public final class IndicatorNames {
    private static final int PROPOSALS = 5;

    private final Packs packs;

    public IndicatorNames(Packs packs) {
        this.packs = packs;
    }

    /// The indicator with this id or name.
    ///
    /// @throws WorkbenchException of kind USAGE if there is none, or several; it proposes
    public Indicator named(String words) {
        String wanted = CleanText.of(words.strip()).text();
        List<Indicator> found = meant(words);
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (!found.isEmpty()) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "“" + words + "” means several indicators: " + described(found) + ".",
                    "Give the id of one.");
        }
        throw unknown(words, wanted);
    }

    /// The indicator of an id; empty for one that no pack knows.
    public Optional<Indicator> find(String id) {
        return packs.pack().find(id);
    }

    /// The name of an id for people; the id itself if no pack knows it.
    public gewu.api.Label label(String id) {
        return find(id).map(it -> new gewu.api.Label(it.zh(), it.en().isEmpty() ? it.zh() : it.en()))
                .orElse(gewu.api.Label.same(id));
    }

    /// The indicators that bear exactly this id, name or alias; empty if none does.
    public List<Indicator> meant(String words) {
        String wanted = CleanText.of(words.strip()).text();
        Optional<Indicator> byId = packs.pack().find(wanted.toLowerCase(Locale.ROOT));
        if (byId.isPresent()) {
            return List.of(byId.get());
        }
        List<Indicator> byName = packs.pack().indicators().stream()
                .filter(it -> it.zh().equals(wanted))
                .toList();
        if (!byName.isEmpty()) {
            return byName;
        }
        List<Indicator> byAlias = packs.pack().called(wanted);
        if (!byAlias.isEmpty()) {
            return byAlias;
        }
        List<Indicator> byEnglish = packs.pack().indicators().stream()
                .filter(it -> it.en().equalsIgnoreCase(wanted))
                .toList();
        return byEnglish;
    }

    /// Whether some indicator is called nearly so, or so and more.
    public boolean isNear(String words) {
        String wanted = CleanText.of(words.strip()).text();
        return packs.pack().indicators().stream()
                        .anyMatch(it -> !wanted.isEmpty() && it.zh().contains(wanted))
                || Nearest.to(wanted, known()).isPresent();
    }

    /// Ids and names, these as they are typed: without quotation marks.
    private List<String> known() {
        List<String> known = new ArrayList<>();
        packs.pack().indicators().forEach(it -> {
            known.add(it.id());
            known.add(it.zh().replaceAll("[“”\"]", ""));
        });
        return known;
    }

    private WorkbenchException unknown(String words, String wanted) {
        List<Indicator> holding = packs.pack().indicators().stream()
                .filter(it -> !wanted.isEmpty() && it.zh().contains(wanted))
                .limit(PROPOSALS)
                .toList();
        return new WorkbenchException(
                WorkbenchException.Kind.USAGE,
                "There is no indicator “" + words + "”.",
                holding.isEmpty()
                        ? Nearest.hint(wanted, known()) + " List them with gewu indicators."
                        : "Did you mean " + described(holding) + "?");
    }

    private static String described(List<Indicator> all) {
        return all.stream().map(it -> it.id() + " " + it.zh()).collect(Collectors.joining(", "));
    }
}
