package gewu.ledger;

import gewu.api.Label;
import java.time.LocalDate;

/// The items behind a figure.
///
/// @param isNumerator those that are counted, else those of which they are a part
record Behind(Rate rate, boolean isNumerator, LocalDate today) {
    /// The condition on the table of items; holds no question marks.
    String where() {
        return isCounted() ? rate.whereOfNumerator(today) : rate.whereOfDenominator(today);
    }

    /// The same, asked of an item.
    boolean keeps(Standing item) {
        return (isCounted() ? rate.numerator(item, today) : rate.denominator(item)) > 0;
    }

    /// A mean has no items of its own in its numerator: days are added up.
    private boolean isCounted() {
        return isNumerator && !rate.isMean();
    }

    /// How people call it.
    Label label() {
        Label part = isNumerator ? rate.numerator() : rate.denominator();
        return new Label(rate.label().zh() + "：" + part.zh(), rate.label().en() + ": " + part.en());
    }
}
