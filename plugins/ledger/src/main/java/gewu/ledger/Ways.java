package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.util.Map;

/// The views of the ledger, and how one leads to another.
final class Ways {
    static final String TABLE = "ledger";
    static final String BOARD = "ledger-board";
    static final String CALENDAR = "ledger-calendar";
    static final String ITEM = "ledger-item";
    static final String MINE = "ledger-mine";
    static final String CASES = "ledger-cases";
    static final String DASHBOARD = "ledger-dashboard";
    static final String MOVE = "ledger-move";
    static final String PAPER = "ledger-paper";
    static final String PROPOSALS = "ledger-proposals";
    static final String FILTERS = "ledger-filters";
    static final String PARTIES = "ledger-parties";
    static final String NEW = "ledger-new";

    private Ways() {}

    /// The story of an item.
    static Panel.Target story(String id) {
        return new Panel.Target(ITEM, Map.of("item", id));
    }

    /// The table of items.
    static Panel.Target table(ItemWords words) {
        return words.in(TABLE);
    }

    /// A count that leads to the items; none leads nowhere.
    static Panel.Row counted(Panel.Row row, int cell, long count, ItemWords words) {
        return count == 0 ? row : row.at(cell, table(words));
    }

    /// Words that are the same in both languages, or a dash.
    static Label orDash(String words) {
        return Label.same(words.isEmpty() ? "–" : words);
    }
}
