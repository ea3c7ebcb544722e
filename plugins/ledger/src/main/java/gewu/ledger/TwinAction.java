package gewu.ledger;

import gewu.api.search.ReportSearch;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `gewu ledger twins`, `same`, `similar`, `different`, `families`: the same problem in other years and at other units.
final class TwinAction {
    private final Ledger ledger;
    private final ReportSearch search;

    TwinAction(Ledger ledger, ReportSearch search) {
        this.ledger = ledger;
        this.search = search;
    }

    /// Tells which items may be the same problem as these; each two once.
    ///
    /// @param all also those of which somebody said already what they are to each other
    void show(List<String> ids, boolean all, int limit, Output output) {
        TwinFinder finder = new TwinFinder(ledger, search);
        TwinPanels shown = new TwinPanels(ledger.parties());
        Set<Set<String>> seen = new HashSet<>();
        // Unit by unit, since all items of a unit are candidates for each other: the finder remembers them meanwhile.
        Map<String, List<Twin>> found = new HashMap<>();
        ids.stream()
                .sorted(Comparator.comparing(Ids::unitOf).thenComparing(Comparator.naturalOrder()))
                .forEach(id -> found.put(id, finder.twins(id)));
        List<Twin> twins = ids.stream()
                .flatMap(id -> found.getOrDefault(id, List.of()).stream())
                .filter(it -> all || it.answer().isEmpty())
                .filter(it -> seen.add(Set.of(it.id(), it.other())))
                .limit(limit)
                .toList();
        twins.forEach(it -> output.row(shown.row(it)));
        output.row(DataRow.of("total").with("twins", twins.size()).with("items", ids.size()));
        if (!output.isJson()) {
            output.show(shown.table(twins));
        }
    }

    /// What somebody says of two items, as an order.
    ///
    /// @param action `same`, `similar` or `different`
    Order order(String action, String one, String other, String reason) {
        return switch (action) {
            case "similar" -> new Order(Act.SIMILAR, one, Map.of(Input.WITH, other), reason);
            case "different" -> new Order(Act.DIFFERENT, one, Map.of(Input.WITH, other), reason);
            default -> isEarlier(one, other) ? same(other, one, reason) : same(one, other, reason);
        };
    }

    /// What is open is merged with, what was closed recurs, what is another unit's is a common problem.
    private Order same(String later, String earlier, String reason) {
        return switch (Twin.of(item(later), item(earlier))) {
            case COMMON, SIMILAR -> new Order(Act.COMMON, later, Map.of(Input.WITH, earlier), reason);
            case RECURRENT -> new Order(Act.RECUR, later, Map.of(Input.WITH, earlier), reason);
            case AGAIN -> new Order(Act.MERGE, later, Map.of(Input.INTO, earlier), reason);
        };
    }

    /// Whether the first of two is the one that stays: closed, further on its way, or entered before.
    private boolean isEarlier(String id, String otherId) {
        Fields one = item(id);
        Fields other = item(otherId);
        boolean isWaiting = Act.MERGE.from().contains(State.valueOf(one.of("state")));
        boolean isOtherWaiting = Act.MERGE.from().contains(State.valueOf(other.of("state")));
        if (isWaiting != isOtherWaiting) {
            return isOtherWaiting;
        }
        boolean isClosed = one.of("state").equals(State.CLOSED.name());
        if (isClosed != other.of("state").equals(State.CLOSED.name())) {
            return isClosed;
        }
        return age(id, one).compareTo(age(otherId, other)) < 0;
    }

    private static String age(String id, Fields item) {
        return item.of("year") + " " + item.of("proposed_on") + " " + id;
    }

    private Fields item(String id) {
        return ledger.log().subject(id);
    }

    /// Tells the families of the same problem over units and years.
    void families(Output output) {
        List<TwinPanels.Family> all = new ArrayList<>();
        Folds.each(ledger.log(), Ids.FAMILY, Folds.ALWAYS, it -> {
            List<Fields> members =
                    it.fields().members("item").stream().map(this::item).toList();
            if (!members.isEmpty()) {
                all.add(new TwinPanels.Family(it.id(), it.fields(), members));
            }
        });
        TwinPanels shown = new TwinPanels(ledger.parties());
        all.forEach(it -> output.row(shown.row(it.id(), it.fields(), it.members())));
        output.row(DataRow.of("total").with("families", all.size()));
        if (!output.isJson()) {
            output.show(shown.families(all));
        }
    }
}
