package gewu.ledger.channel;

import gewu.api.Label;
import java.time.LocalDate;
import java.util.List;

/// One reminder, as people read it.
///
/// @param number     its own, for ever
/// @param item       number of the item, such as `ZG-2024-0001-0001`
/// @param title      the item's
/// @param colour     `blue`, `yellow`, `red`, or empty
/// @param dueOn      when it fell due; before [#sentOn] if the program was off
/// @param words      of what it reminds
/// @param recipients whom it is for
/// @param proposes   what it proposes to do, such as 约谈
public record Notice(
        long number,
        String item,
        String title,
        String colour,
        LocalDate dueOn,
        LocalDate sentOn,
        Label words,
        List<Recipient> recipients,
        List<Label> proposes) {
    public Notice {
        recipients = List.copyOf(recipients);
        proposes = List.copyOf(proposes);
    }

    /// Somebody a reminder is for.
    ///
    /// @param role  as what, such as 责任人
    /// @param party id of the unit or person; the name where nobody is registered
    public record Recipient(Label role, String party, String name) {}
}
