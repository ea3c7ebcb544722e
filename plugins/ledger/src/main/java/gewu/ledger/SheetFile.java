package gewu.ledger;

import gewu.ledger.paper.SheetLayout;
import gewu.ledger.paper.SheetWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Writes the official ledger (整改台账) as a workbook: one sheet with all columns that comes back filled in, and three
/// lists that show parts of it. Rows go from the events to the file one by one; what the lists need waits in a file
/// beside it.
final class SheetFile {
    static final String NAME = "整改台账";

    private static final Set<State> ENTERED =
            EnumSet.complementOf(EnumSet.of(State.PROPOSED, State.DISMISSED, State.MERGED));
    private static final List<SheetColumn> PROBLEMS = List.of(
            SheetColumn.ORDINAL,
            SheetColumn.NUMBER,
            SheetColumn.REPORT,
            SheetColumn.YEAR,
            SheetColumn.SOURCE,
            SheetColumn.CATEGORY,
            SheetColumn.SEVERITY,
            SheetColumn.PROBLEM,
            SheetColumn.CAUSE);
    private static final List<SheetColumn> TASKS = List.of(
            SheetColumn.ORDINAL,
            SheetColumn.NUMBER,
            SheetColumn.PROBLEM,
            SheetColumn.KIND,
            SheetColumn.GOAL,
            SheetColumn.REMEDY,
            SheetColumn.LEAD,
            SheetColumn.DEADLINE,
            SheetColumn.STATE);
    private static final List<SheetColumn> DUTIES = List.of(
            SheetColumn.ORDINAL,
            SheetColumn.NUMBER,
            SheetColumn.PROBLEM,
            SheetColumn.LEAD,
            SheetColumn.ASSISTING,
            SheetColumn.LEADER,
            SheetColumn.PERSON,
            SheetColumn.OVERSEER,
            SheetColumn.DEADLINE);

    /// What the lists show.
    private static final List<SheetColumn> KEPT = Stream.of(PROBLEMS, TASKS, DUTIES)
            .flatMap(List::stream)
            .distinct()
            .sorted()
            .toList();

    private final Ledger ledger;
    private final ZoneId zone;

    SheetFile(Ledger ledger, ZoneId zone) {
        this.ledger = ledger;
        this.zone = zone;
    }

    /// Writes the file; it appears, or takes another's place, when all of it is written.
    ///
    /// @param filter which items; where it names no state, those that were entered (立项)
    /// @param day    as of the end of which day
    /// @return how many items
    long write(Path file, ItemFilter filter, LocalDate day) {
        long[] items = {0};
        WholeFile.write(file, out -> {
            Path aside = WholeFile.beside(file);
            try {
                items[0] = write(out, aside, filter, day);
            } finally {
                Files.deleteIfExists(aside);
            }
        });
        return items[0];
    }

    private long write(OutputStream out, Path aside, ItemFilter filter, LocalDate day) throws IOException {
        SheetWriter writer = new SheetWriter(out);
        List<SheetColumn> all = List.of(SheetColumn.values());
        writer.begin(layout(NAME, all, day, true));
        Parties parties = day.equals(ledger.today()) ? ledger.parties() : Parties.asOf(ledger.log(), end(day));
        Map<String, String> titles = ledger.titles();
        long[] rows = {0};
        try (DataOutputStream rest = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(aside)))) {
            each(filter, day, it -> {
                List<Object> row = row(new SheetColumn.Shown(
                        it.id(),
                        it.fields(),
                        it.events(),
                        parties,
                        day,
                        report -> titles.getOrDefault(report, report)));
                row.set(SheetColumn.ORDINAL.ordinal(), ++rows[0]);
                try {
                    writer.row(row);
                    keep(row, rest);
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            });
        }
        list("问题清单", PROBLEMS, day, rows[0], aside, writer);
        list("任务清单", TASKS, day, rows[0], aside, writer);
        list("责任清单", DUTIES, day, rows[0], aside, writer);
        writer.finish();
        return rows[0];
    }

    private static List<Object> row(SheetColumn.Shown item) {
        List<Object> row = new ArrayList<>(SheetColumn.values().length);
        for (SheetColumn it : SheetColumn.values()) {
            row.add(it.of(item));
        }
        return row;
    }

    /// All items as of a day; of today only those that the filter's query finds are made from their events.
    private void each(ItemFilter filter, LocalDate day, java.util.function.Consumer<Folds.Fold> to) {
        ItemFilter wanted = filter.states().isEmpty() ? filter.in(ENTERED) : filter;
        if (day.equals(ledger.today()) && !filter.equals(ItemFilter.ALL)) {
            for (String id : ledger.items().ids(wanted)) {
                EventLog.Folded it = ledger.log().fold(id);
                to.accept(new Folds.Fold(id, it.fields(), it.events(), 0, 0));
            }
            return;
        }
        Folds.each(ledger.log(), Ids.ITEM, day.equals(ledger.today()) ? Folds.ALWAYS : end(day), it -> {
            if (it.fields().has("state") && wanted.keeps(it.fields())) {
                to.accept(it);
            }
        });
    }

    private Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
    }

    private static void list(
            String name, List<SheetColumn> columns, LocalDate day, long rows, Path aside, SheetWriter writer)
            throws IOException {
        writer.begin(layout(name, columns, day, false));
        try (DataInputStream kept = new DataInputStream(new BufferedInputStream(Files.newInputStream(aside)))) {
            Object[] row = new Object[SheetColumn.values().length];
            for (long i = 0; i < rows; i++) {
                for (SheetColumn it : KEPT) {
                    row[it.ordinal()] = value(it, kept);
                }
                writer.row(columns.stream().map(it -> row[it.ordinal()]).toList());
            }
        }
    }

    private static void keep(List<Object> row, DataOutputStream to) throws IOException {
        for (SheetColumn it : KEPT) {
            byte[] value = row.get(it.ordinal()).toString().getBytes(StandardCharsets.UTF_8);
            to.writeInt(value.length);
            to.write(value);
        }
    }

    private static Object value(SheetColumn column, DataInputStream from) throws IOException {
        String value = new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
        if (value.isEmpty()) {
            return value;
        }
        return switch (column.kind()) {
            case WORDS, TERM -> value;
            case DATE -> LocalDate.parse(value);
            case AMOUNT -> new BigDecimal(value);
            case WHOLE, PERCENT -> Long.parseLong(value);
        };
    }

    private static SheetLayout layout(String name, List<SheetColumn> columns, LocalDate day, boolean isWhole) {
        String beneath = "截至" + day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
                + (isWhole ? "　　金额单位：万元" : "");
        return new SheetLayout(
                name,
                name,
                beneath,
                columns.stream()
                        .map(it -> isWhole ? it.laidOut() : it.alone())
                        .map(it -> it.isHidden() ? versionOf(it, day) : it)
                        .toList(),
                isWhole ? 2 : 0,
                isWhole ? SheetLayout.Paper.A3_ACROSS : SheetLayout.Paper.A4_ACROSS);
    }

    /// The day stands in the hidden head as well, so that the way back knows it whatever becomes of the title.
    private static SheetLayout.Column versionOf(SheetLayout.Column column, LocalDate day) {
        return new SheetLayout.Column(
                column.group(), column.head() + day, column.width(), column.kind(), column.choices(), true);
    }
}
