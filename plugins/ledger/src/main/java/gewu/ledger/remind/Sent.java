package gewu.ledger.remind;

import gewu.api.Label;
import java.time.LocalDate;
import java.util.List;

/// A reminder that was sent.
///
/// @param turn     0 for the first, 1 for the next of a rule that comes again
/// @param digest   number of the round in which it was sent
/// @param dueOn    when it fell due; before `sentOn` if the program was off
/// @param day      the day it counts from
/// @param title    the item's, as it is now
public record Sent(
        long number,
        String item,
        String title,
        String rule,
        String revision,
        long turn,
        long digest,
        LocalDate dueOn,
        LocalDate sentOn,
        Basis basis,
        LocalDate day,
        String name,
        Colour colour,
        List<Recipient> audience,
        List<String> proposes) {
    public Sent {
        audience = List.copyOf(audience);
        proposes = List.copyOf(proposes);
    }

    /// Somebody it was for.
    public record Recipient(Audience role, String party) {}

    public Label words() {
        return basis.words(dueOn, day, name);
    }

    /// What people call what it proposes.
    public List<Label> proposals() {
        return proposes.stream().map(Sent::proposal).toList();
    }

    private static Label proposal(String id) {
        return switch (id) {
            case "talk" -> new Label("约谈", "summons to talk");
            case "bulletin" -> new Label("通报", "bulletin");
            case "reminder" -> new Label("提醒单", "reminder slip");
            case "supervision" -> new Label("督办函", "supervision letter");
            case "notice" -> new Label("整改通知书", "rectification notice");
            default -> Label.same(id);
        };
    }
}
