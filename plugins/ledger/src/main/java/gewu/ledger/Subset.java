package gewu.ledger;

import gewu.api.Label;
import java.time.LocalDate;

/// A part of the ledger that a column alone does not tell.
sealed interface Subset {
    /// The condition on the table of items; holds no question marks.
    String where();

    /// The same, asked of an item.
    boolean keeps(Standing item);

    /// How people call it.
    Label label();

    /// The items behind a figure.
    ///
    /// @param isNumerator those that are counted, else those of which they are a part
    record Behind(Rate rate, boolean isNumerator, LocalDate today) implements Subset {
        @Override
        public String where() {
            return isCounted() ? rate.whereOfNumerator(today) : rate.whereOfDenominator(today);
        }

        @Override
        public boolean keeps(Standing item) {
            return (isCounted() ? rate.numerator(item, today) : rate.denominator(item)) > 0;
        }

        /// A mean has no items of its own in its numerator: days are added up.
        private boolean isCounted() {
            return isNumerator && !rate.isMean();
        }

        @Override
        public Label label() {
            Label part = isNumerator ? rate.numerator() : rate.denominator();
            return new Label(rate.label().zh() + "：" + part.zh(), rate.label().en() + ": " + part.en());
        }
    }

    /// The items that wait for somebody.
    ///
    /// @param soon how many days before its deadline an item is 临期
    record Waiting(For what, LocalDate today, int soon) implements Subset {
        /// For what.
        enum For implements Named {
            DECISION("待批复延期", "extension to decide"),
            LOOK_BACK("回头看到期", "look-back due"),
            DUE_SOON("临期", "due soon"),
            DOUBTFUL("把握不大", "not sure");

            private final Label label;

            For(String zh, String en) {
                this.label = new Label(zh, en);
            }

            @Override
            public Label label() {
                return label;
            }
        }

        @Override
        public String where() {
            return switch (what) {
                case DECISION -> "asked > ''";
                case LOOK_BACK -> "state = 'CLOSED' AND look_back_due > '' AND look_back_due <= '" + today + "'";
                case DUE_SOON ->
                    "deadline >= '" + today + "' AND deadline <= '" + today.plusDays(soon) + "' AND state IN"
                            + " ('REGISTERED', 'ASSIGNED', 'IN_PROGRESS', 'LONG_TERM', 'SUBMITTED')";
                case DOUBTFUL -> "doubtful > 0";
            };
        }

        @Override
        public boolean keeps(Standing item) {
            return switch (what) {
                case DECISION -> !item.of("asked").isEmpty();
                case LOOK_BACK ->
                    item.state() == State.CLOSED
                            && item.date("look_back_due")
                                    .filter(it -> !it.isAfter(today))
                                    .isPresent();
                case DUE_SOON ->
                    item.state().isOpen()
                            && item.date("deadline")
                                    .filter(it -> !it.isBefore(today) && !it.isAfter(today.plusDays(soon)))
                                    .isPresent();
                case DOUBTFUL -> item.number("doubtful") > 0;
            };
        }

        @Override
        public Label label() {
            return what.label();
        }
    }
}
