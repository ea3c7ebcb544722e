package gewu.ledger;

import gewu.api.Label;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One of a closed list, by the word that is kept and the words that people use.
interface Named {
    /// The word that is kept and that programs read.
    default String id() {
        return toString().toLowerCase(Locale.ROOT);
    }

    Label label();

    /// Whether a person who writes `word` means this one.
    default boolean isMeantBy(String word) {
        String said = word.strip();
        return said.equalsIgnoreCase(id())
                || said.replace('-', '_').equalsIgnoreCase(id())
                || said.equals(label().zh())
                || said.equalsIgnoreCase(label().en());
    }

    /// The one of `all` that `word` means.
    static <T extends Named> Optional<T> find(T[] all, String word) {
        return Stream.of(all).filter(it -> it.isMeantBy(word)).findFirst();
    }
}
