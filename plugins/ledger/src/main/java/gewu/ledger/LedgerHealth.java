package gewu.ledger;

import gewu.api.workbench.HealthCheck;
import gewu.api.workbench.HealthFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Proves the ledger: each event holds the hash of what it says and of the one before it, each item's
/// row is the fold of its events, each file that proves something is whole. Names the first that is
/// not.
final class LedgerHealth implements HealthCheck {
    private static final String CHAIN = "ledger/events";
    private static final String ITEMS = "ledger/items";
    private static final String FILES = "ledger/evidence";

    private final Ledger ledger;

    LedgerHealth(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<HealthFinding> check() {
        List<HealthFinding> findings = new ArrayList<>();
        findings.add(chain());
        findings.add(items());
        findings.addAll(files());
        return findings;
    }

    private HealthFinding chain() {
        Chain chain = new Chain();
        ledger.log().all(chain::take);
        return chain.broken.isEmpty()
                ? well(
                        CHAIN,
                        chain.last + " events, the chain is unbroken; its last hash is " + shown(chain.hash) + ".")
                : new HealthFinding(
                        CHAIN,
                        HealthFinding.State.BROKEN,
                        chain.broken,
                        "Somebody wrote to the file past the ledger: go back to a backup from before.");
    }

    private HealthFinding items() {
        Rows rows = new Rows(ledger.items());
        List<String> odd = new ArrayList<>();
        long[] count = {0};
        Folds.each(ledger.log(), Ids.ITEM, Folds.ALWAYS, it -> {
            Optional<ItemTable.Kept> row = rows.of(it.id());
            if (it.odd() > 0) {
                odd.add("event " + it.odd() + " of " + it.id() + " does not fit what was before it");
            }
            if (!it.fields().has("state")) {
                if (row.isPresent()) {
                    odd.add(it.id() + " is a row, but its events were taken back");
                }
                return;
            }
            count[0]++;
            ItemTable.Kept folded = new ItemTable.Kept(Standing.of(it.id(), it.fields()), it.events(), it.lastEvent());
            if (row.filter(folded::equals).isEmpty()) {
                odd.add(it.id() + " is not the fold of its events (last event " + it.lastEvent() + ")");
            }
        });
        ledger.items().withoutEvents().forEach(id -> odd.add(id + " is a row without events"));
        return odd.isEmpty()
                ? well(ITEMS, count[0] + " items, each the fold of its events.")
                : new HealthFinding(
                        ITEMS,
                        HealthFinding.State.BROKEN,
                        odd.size() + " faults; the first: " + odd.getFirst() + ".",
                        "If the chain is unbroken, gewu ledger rebuild makes the table from the events.");
    }

    private List<HealthFinding> files() {
        List<HealthFinding> findings = new ArrayList<>();
        EvidenceFiles files = ledger.evidence();
        Map<String, String> hashes = ledger.log().evidence();
        try {
            for (Path half : files.halfWritten()) {
                findings.add(new HealthFinding(
                        FILES,
                        HealthFinding.State.WARNING,
                        half + " was half written; no item holds it.",
                        "Attach the file again, then delete this one."));
            }
            for (String hash : hashes.keySet()) {
                if (!files.isWhole(hash)) {
                    findings.add(new HealthFinding(
                            FILES,
                            HealthFinding.State.BROKEN,
                            files.place(hash) + ", evidence of " + hashes.get(hash)
                                    + ", is gone or is not what it was.",
                            "Put back the file with this hash from a backup."));
                }
            }
        } catch (IOException unreadable) {
            findings.add(new HealthFinding(
                    FILES,
                    HealthFinding.State.BROKEN,
                    "The evidence can't be read: " + unreadable.getMessage() + ".",
                    "Look whether the workspace can be read."));
        }
        if (findings.isEmpty()) {
            findings.add(well(FILES, hashes.size() + " files, each with the bytes it had."));
        }
        return findings;
    }

    private static HealthFinding well(String what, String detail) {
        return new HealthFinding(what, HealthFinding.State.WELL, detail, "");
    }

    private static String shown(String hash) {
        return hash.isEmpty() ? "none" : hash.substring(0, 12);
    }

    /// The rows in the order of their ids, a few at a time.
    private static final class Rows {
        private static final int AT_ONCE = 500;

        private final ItemTable items;
        private final ArrayDeque<ItemTable.Kept> some = new ArrayDeque<>();
        private String last = "";
        private boolean isOver;

        Rows(ItemTable items) {
            this.items = items;
        }

        /// The row of an id; ids are asked for in order.
        private Optional<ItemTable.Kept> of(String id) {
            while (true) {
                if (some.isEmpty() && !isOver) {
                    some.addAll(items.after(last, AT_ONCE));
                    isOver = some.isEmpty();
                }
                ItemTable.Kept next = some.peek();
                if (next == null || next.standing().id().compareTo(id) > 0) {
                    return Optional.empty();
                }
                last = next.standing().id();
                some.remove();
                if (last.equals(id)) {
                    return Optional.of(next);
                }
            }
        }
    }

    /// Walks along the chain and remembers the first link that does not hold.
    private static final class Chain {
        private long last;
        private String hash = "";
        private String broken = "";

        private void take(Event event) {
            if (!broken.isEmpty()) {
                return;
            }
            if (event.sequence() != last + 1) {
                broken = "Event " + (last + 1) + " is missing; the next one is " + event.sequence() + ".";
            } else if (!event.previous().equals(hash)) {
                broken = "Event " + event.sequence() + " (" + event.subject() + ") does not follow the one before it.";
            } else if (!Canon.hash(event).equals(event.hash())) {
                broken = "Event " + event.sequence() + " (" + event.subject() + ") does not say what its hash says.";
            }
            last = event.sequence();
            hash = event.hash();
        }
    }
}
