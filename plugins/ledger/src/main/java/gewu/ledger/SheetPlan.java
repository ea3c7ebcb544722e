package gewu.ledger;

import gewu.api.Label;
import gewu.api.intake.Reading;
import gewu.api.intake.flow.Unreadable;
import gewu.ledger.paper.SheetCell;
import gewu.ledger.paper.SheetReader;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads a sheet of the official ledger that came back, and says row by row what somebody changed. A row is compared
/// with the item as it was when the sheet was made: the hidden version counts its events then, and the first so many
/// make it again. Nothing is written here.
final class SheetPlan {
    /// Titles above the heads.
    private static final int MOST_TITLES = 30;

    private final Ledger ledger;
    private final Parties parties;
    private final String reason;
    private final List<SheetRow> rows = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<SheetColumn> missing = EnumSet.noneOf(SheetColumn.class);
    private int unchanged;

    SheetPlan(Ledger ledger, String reason) {
        this.ledger = ledger;
        this.parties = ledger.parties();
        this.reason = reason;
    }

    /// The rows in which something was changed, and those that are refused.
    List<SheetRow> rows() {
        return rows;
    }

    int unchanged() {
        return unchanged;
    }

    /// Heads that the ledger does not know; what stands under them was not read.
    Set<String> unknown() {
        return unknown;
    }

    /// Columns that the sheet no longer has; they count as unchanged.
    Set<SheetColumn> missing() {
        return missing;
    }

    /// @throws gewu.api.WorkbenchException if the file is no such sheet
    void read(Path file) {
        boolean hasNumbers = false;
        try (SheetReader book = SheetReader.open(file)) {
            for (String sheet : book.sheets()) {
                Table table = new Table();
                book.each(sheet, table::take);
                if (table.isLedger()) {
                    table.told();
                    return;
                }
                hasNumbers |= table.hasNumbers();
            }
        } catch (Unreadable broken) {
            Reading.Refused refused = broken.refused();
            throw Fault.usage(refused.why(), refused.remedy());
        } catch (IOException unreadable) {
            throw Fault.usage(
                    file + " can't be read: " + unreadable.getMessage() + ".",
                    "Check that the file is whole and that no other program has it open.");
        }
        if (hasNumbers) {
            throw Fault.usage(
                    file + " has lost the hidden column 版本, by which a row says what it was when the sheet was made.",
                    "Fill in the sheet that gewu ledger sheet --export made itself, or copy the whole sheet, hidden column"
                            + " and all.");
        }
        throw Fault.usage(
                file + " holds no sheet of the ledger: no row has the heads 问题编号 and 存在问题.",
                "Take a sheet that gewu ledger sheet --export made, with its heads as they are.");
    }

    /// One sheet: titles, two storeys of heads, rows.
    private final class Table {
        private Map<Integer, SheetColumn> columns = Map.of();
        private final Set<String> heads = new LinkedHashSet<>();
        private boolean mayGoOn;
        private LocalDate day = ledger.today();

        boolean isLedger() {
            return hasNumbers() && columns.containsValue(SheetColumn.VERSION);
        }

        boolean hasNumbers() {
            return columns.containsValue(SheetColumn.NUMBER);
        }

        /// Which heads are not the ledger's, and which of the ledger's are gone.
        void told() {
            heads.stream().filter(it -> !SheetColumn.isGroup(it)).forEach(unknown::add);
            missing.addAll(EnumSet.allOf(SheetColumn.class));
            missing.removeAll(columns.values());
        }

        boolean take(int number, Map<Integer, SheetCell> cells) {
            if (columns.isEmpty() || mayGoOn) {
                boolean wasEmpty = columns.isEmpty();
                if (heads(cells)) {
                    mayGoOn = wasEmpty;
                    return true;
                }
                mayGoOn = false;
                if (columns.isEmpty()) {
                    return number < MOST_TITLES;
                }
            }
            if (!isLedger()) {
                return false;
            }
            Map<SheetColumn, SheetCell> row = new EnumMap<>(SheetColumn.class);
            columns.forEach((place, column) -> row.put(column, cells.getOrDefault(place, SheetCell.BLANK)));
            row(number, row, day);
            return true;
        }

        /// Takes the columns that a row names; the lower storey says more than the upper one.
        private boolean heads(Map<Integer, SheetCell> cells) {
            Map<Integer, SheetColumn> named = new HashMap<>(columns);
            cells.forEach((place, cell) -> SheetColumn.headed(cell.text()).ifPresent(it -> {
                named.values().remove(it);
                named.put(place, it);
            }));
            boolean isHead = named.size() > Math.max(1, columns.size());
            if (isHead) {
                columns = named;
                cells.values().forEach(it -> dayOf(it.text()));
                cells.values().stream()
                        .map(SheetCell::text)
                        .filter(it -> SheetColumn.headed(it).isEmpty())
                        .forEach(heads::add);
            }
            return isHead;
        }

        private void dayOf(String head) {
            String version = SheetColumn.VERSION.head().zh();
            if (head.startsWith(version) && head.length() > version.length()) {
                try {
                    day = LocalDate.parse(head.substring(version.length()));
                } catch (DateTimeException written) {
                    day = ledger.today();
                }
            }
        }
    }

    private void row(int number, Map<SheetColumn, SheetCell> cells, LocalDate day) {
        String id = Normalizer.normalize(text(SheetColumn.NUMBER, cells), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT);
        boolean isFilled = cells.entrySet().stream()
                .anyMatch(it ->
                        it.getKey() != SheetColumn.ORDINAL && !it.getValue().isBlank());
        // heads may stand once more on each page
        boolean isHead =
                SheetColumn.headed(id).filter(it -> it == SheetColumn.NUMBER).isPresent();
        if (!isFilled || isHead) {
            return;
        }
        SheetRow row = id.isEmpty() ? made(number, cells, day) : changed(number, id, cells, day);
        Integer before = id.isEmpty() ? null : seen.putIfAbsent(id, number);
        if (row.verdict() == SheetRow.Verdict.UNCHANGED) {
            unchanged++;
        } else if (before != null) {
            rows.add(SheetRow.refused(
                    number,
                    id,
                    row.edits(),
                    List.of(new Label("问题编号与第" + before + "行重复", "the number stands in row " + before + " already"))));
        } else {
            rows.add(row);
        }
    }

    private SheetRow changed(int number, String id, Map<SheetColumn, SheetCell> cells, LocalDate day) {
        List<Event> history = id.startsWith(Ids.ITEM) ? ledger.log().history(id) : List.of();
        SheetColumn.Shown now = shown(id, history, ledger.today());
        if (!now.item().has("state")) {
            return SheetRow.refused(
                    number, id, List.of(), List.of(new Label("台账里没有 " + id, "the ledger has no " + id)));
        }
        String version = text(SheetColumn.VERSION, cells);
        if (!version.matches("\\d{1,9}")
                || Integer.parseInt(version) < 1
                || Integer.parseInt(version) > history.size()) {
            return SheetRow.refused(
                    number,
                    id,
                    List.of(),
                    List.of(new Label(
                            "版本列（隐藏）没有值或被改过，看不出这一行改了什么；请用重新导出的表填",
                            "the hidden version is missing or was changed: fill in a sheet that is exported anew")));
        }
        SheetColumn.Shown base = shown(id, history.subList(0, Integer.parseInt(version)), day);
        List<SheetRow.Edit> edits = new ArrayList<>();
        SheetEdits changes = new SheetEdits(id, base, reason);
        cells.forEach((column, cell) -> {
            Object was = column.of(base);
            boolean isOld = SheetEdits.isSame(column, cell, was, parties);
            // What the ledger says by now is no change either.
            if (!isOld && !SheetEdits.isSame(column, cell, column.of(now), parties)) {
                edits.add(new SheetRow.Edit(column, was.toString(), cell.text()));
                changes.add(column, cell);
            }
        });
        if (edits.isEmpty()) {
            return SheetRow.unchanged(number, id);
        }
        List<Order> orders = changes.faults().isEmpty() ? changes.orders() : List.of();
        List<Label> why = new ArrayList<>(changes.faults());
        if (base.events() < now.events()) {
            why.addFirst(meanwhile(base.events(), history));
        }
        return why.isEmpty() && !orders.isEmpty()
                ? new SheetRow(number, id, SheetRow.Verdict.CHANGED, edits, orders, List.of())
                : why.isEmpty() ? SheetRow.unchanged(number, id) : SheetRow.refused(number, id, edits, why);
    }

    private Label meanwhile(long seen, List<Event> history) {
        Event last = history.getLast();
        long more = history.size() - seen;
        Label act = LedgerPanels.act(last.act());
        String who = parties.name(last.actor());
        return new Label(
                "导出以后别人已经改过（又有" + more + "条记录，最后是" + who + "“" + act.zh() + "”）；请重新导出再填",
                "somebody changed it since the sheet was made (" + more + " more events, the last by " + who + ": "
                        + act.en() + "); export it anew");
    }

    private SheetRow made(int number, Map<SheetColumn, SheetCell> cells, LocalDate day) {
        String problem = text(SheetColumn.PROBLEM, cells);
        SheetColumn.Shown nothing = new SheetColumn.Shown("", Fields.NONE, 0, parties, day, UnaryOperator.identity());
        SheetEdits changes = new SheetEdits("", nothing, reason);
        List<SheetRow.Edit> edits = new ArrayList<>();
        cells.forEach((column, cell) -> {
            if (!cell.isBlank() && column != SheetColumn.ORDINAL) {
                edits.add(new SheetRow.Edit(column, "", cell.text()));
                changes.add(column, cell);
            }
        });
        List<Label> why = new ArrayList<>(changes.faults());
        for (SheetColumn it : List.of(SheetColumn.PROBLEM, SheetColumn.LEAD, SheetColumn.YEAR)) {
            if (text(it, cells).isEmpty()) {
                why.add(new Label(
                        "没有问题编号的行是新增，须填“" + it.head().zh() + "”",
                        "a row without a number is a new item and needs “"
                                + it.head().en() + "”"));
            }
        }
        List<Order> orders = why.isEmpty() ? changes.orders() : List.of();
        why.addAll(why.isEmpty() ? changes.faults() : List.of());
        if (why.isEmpty()) {
            known(problem, orders.getFirst())
                    .ifPresent(it -> why.add(new Label(
                            "台账已有同样的问题 " + it + "；要改它请填上问题编号",
                            "the ledger has the same problem already: " + it + "; to change it, write its number")));
        }
        return why.isEmpty()
                ? new SheetRow(number, "", SheetRow.Verdict.NEW, edits, orders, List.of())
                : SheetRow.refused(number, "", edits, why);
    }

    /// The item, or the row above, that says the same of the same unit and year.
    private Optional<String> known(String problem, Order proposal) {
        String unit = proposal.in().getOrDefault(Input.UNIT, "");
        String year = proposal.in().getOrDefault(Input.YEAR, "0");
        String title = proposal.in().getOrDefault(Input.TITLE, "");
        Integer above = seen.putIfAbsent(unit + "\t" + year + "\t" + problem, seen.size());
        if (above != null) {
            return Optional.of("（同一张表里）");
        }
        ItemFilter all = ItemFilter.ALL;
        ItemFilter same = new ItemFilter(
                all.states(),
                unit,
                Integer.parseInt(year),
                "",
                "",
                "",
                "",
                title,
                false,
                Optional.empty(),
                Optional.empty());
        return ledger.items().ids(same).stream()
                .filter(it -> shown(it, ledger.log().history(it), ledger.today())
                        .of(SheetColumn.PROBLEM)
                        .equals(problem))
                .findFirst();
    }

    private SheetColumn.Shown shown(String id, List<Event> events, LocalDate day) {
        Fields.Folding folding = new Fields.Folding();
        events.forEach(it -> folding.add(Canon.read(it.changes())));
        return new SheetColumn.Shown(id, folding.fields(), events.size(), parties, day, UnaryOperator.identity());
    }

    private static String text(SheetColumn column, Map<SheetColumn, SheetCell> cells) {
        return cells.getOrDefault(column, SheetCell.BLANK).text();
    }
}
