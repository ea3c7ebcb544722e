package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;

/// A value that an input may be given.
///
/// @param kept    in the form in which values are kept
/// @param written as people write it
/// @param words   how it is shown
record Offer(String kept, String written, Label words) {
    /// A value that is kept, written and shown alike.
    static Offer of(String value) {
        return new Offer(value, value, Label.same(value));
    }

    Panel.Choice choice() {
        return new Panel.Choice(written, words);
    }
}
