package gewu.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Writes to the ledger and says a line for each batch that it was told is done, until it is killed.
final class WriteUntilKilled {
    private static final int AT_ONCE = 7;

    private WriteUntilKilled() {}

    @SuppressWarnings("SystemOut") // it is how this process speaks to the test
    public static void main(String[] arguments) {
        System.out.println("begins");
        try (Desk desk = Desk.in(Path.of(arguments[0]))) {
            if (desk.ledger.parties().find("水利局").isEmpty()) {
                desk.rows("party", "水利局");
            }
            Actor clerk = Actor.anybody("甲");
            String unit = desk.ledger.parties().unit("水利局");
            while (true) {
                Map<Input, String> in = Map.of(Input.UNIT, unit, Input.YEAR, "2024", Input.TITLE, "预算编制不够精准");
                Outcome added = desk.ledger.carryOut(
                        java.util.Collections.nCopies(AT_ONCE, new Order(Act.PROPOSE, "", in, "手工")), clerk);
                say(added);
                List<String> ids = added.done().stream().map(Outcome.Done::id).toList();
                Outcome registered = desk.ledger.act(
                        Act.REGISTER,
                        ids,
                        Map.of(Input.CATEGORY, "预算", Input.KIND, "at_once", Input.GOAL, "编准", Input.TWIN, "new"),
                        "",
                        clerk);
                say(registered);
                say(desk.ledger.undo(registered.batch(), "试", clerk));
            }
        }
    }

    /// Number of the last event that is acknowledged.
    @SuppressWarnings("SystemOut")
    private static void say(Outcome outcome) {
        System.out.println("done " + (outcome.batch() + outcome.done().size() - 1));
    }
}
