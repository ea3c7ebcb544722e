package gewu.metrics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number in clean text: a quantity, or a number that is none, and why. Offsets are of the clean text.
sealed interface Token {
    int start();

    int end();

    /// A number with what it counts.
    ///
    /// @param number     its digits as written
    /// @param wording    magnitude and unit as written, such as `万余件`
    /// @param amount     digits and magnitude; null when malformed
    /// @param candidates what a malformed number may stand for
    /// @param qualifier  余 or 多 inside, or empty
    record Quantity(
            int start,
            int end,
            String number,
            String wording,
            Unit unit,
            @Nullable BigDecimal amount,
            List<String> candidates,
            String qualifier,
            Form form)
            implements Token {}

    /// How a quantity is written.
    enum Form {
        DIGITS,
        WORDS,
        BARE,
        ZERO,
        ORDINAL
    }

    /// A number that measures nothing.
    ///
    /// @param kind such as `year`, `date`, `label`, `document`, `ordinal`, `duration`, `title`
    record Decoy(int start, int end, String kind) implements Token {}
}
