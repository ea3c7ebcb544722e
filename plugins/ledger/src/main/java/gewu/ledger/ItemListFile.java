package gewu.ledger;

import gewu.api.Label;
import gewu.api.export.ExportTable;
import gewu.api.export.ExportTable.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The list of items on its way into a file of any format: a row an item, as it stands today. What goes
/// out to be filled in is another thing: see [SheetFile].
final class ItemListFile {
    private static final int AT_ONCE = 1_000;
    private static final int FEN_OF_WAN = 6;

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", "问题编号", "Number", 10),
            Column.of("state", "办理状态", "State", 5),
            Column.of("title", "存在问题", "Problem", 24),
            Column.of("unit", "责任单位", "Unit", 10),
            Column.of("year", "年度", "Year", 3),
            Column.of("category", "问题类别", "Category", 6),
            Column.of("severity", "问题等级", "Severity", 4),
            Column.of("kind", "整改类型", "Kind", 5),
            Column.of("source", "问题来源", "Source", 4),
            Column.of("lead", "牵头责任单位", "Lead unit", 10),
            Column.of("leader", "责任领导", "Leader", 5),
            Column.of("case_leader", "包案领导", "Leader of the case", 5),
            Column.of("person", "责任人", "Person", 5),
            Column.of("registered_on", "立项日期", "Registered on", 6),
            Column.of("deadline_first", "首次时限", "First deadline", 6),
            Column.of("deadline", "整改时限", "Deadline", 6),
            Column.of("overdue_days", "超期天数", "Days overdue", 4),
            Column.of("progress", "进度%", "Progress %", 4),
            Column.of("outcome", "完成情况", "Result", 6),
            Column.of("amount_found", "涉及金额（万元）", "Amount concerned (wan)", 7),
            Column.of("amount_fixed", "已整改金额（万元）", "Amount rectified (wan)", 7),
            Column.of("closed_on", "销号日期", "Closed on", 6),
            Column.of("occurrence", "第几次出现", "Occurrence", 4));

    private final Parties parties;
    private final LocalDate today;
    private final String language;

    private ItemListFile(Parties parties, LocalDate today, String language) {
        this.parties = parties;
        this.today = today;
        this.language = language;
    }

    /// Items are read as they are written, some at a time.
    static ExportTable of(Ledger ledger, ItemFilter filter, boolean isByDeadline, String language) {
        ItemListFile file = new ItemListFile(ledger.parties(), ledger.today(), language);
        Iterable<List<Object>> rows = () -> pages(ledger, filter, isByDeadline)
                .map(it -> file.row(it.standing()))
                .iterator();
        return new ExportTable(new Label("整改台账", "Ledger"), COLUMNS, rows);
    }

    private static Stream<ItemTable.Kept> pages(Ledger ledger, ItemFilter filter, boolean isByDeadline) {
        return IntStream.iterate(0, it -> it + AT_ONCE)
                .mapToObj(it -> ledger.items().page(filter, isByDeadline, AT_ONCE, it))
                .takeWhile(it -> !it.isEmpty())
                .flatMap(List::stream);
    }

    private List<Object> row(Standing it) {
        LocalDate deadline = it.date("deadline").orElse(today);
        return List.of(
                it.id(),
                it.state().label().in(language),
                it.of("title"),
                parties.name(it.of("unit")),
                it.number("year"),
                it.of("category"),
                label(Choices.SEVERITY, it.of("severity")),
                label(Choices.KIND, it.of("kind")),
                label(Choices.SOURCE, it.of("source")),
                parties.name(it.of("lead")),
                parties.name(it.of("leader")),
                parties.name(it.of("case_leader")),
                parties.name(it.of("person")),
                day("registered_on", it),
                day("deadline_first", it),
                day("deadline", it),
                it.isOverdue(today) ? (Object) java.time.temporal.ChronoUnit.DAYS.between(deadline, today) : "",
                it.number("progress"),
                label(Choices.RESULT, it.result(today)),
                wan("amount_found", it),
                wan("amount_fixed", it),
                day("closed_on", it),
                Math.max(1, it.number("occurrence")));
    }

    private String label(Choices choices, String id) {
        return id.isEmpty() ? "" : choices.label(id).in(language);
    }

    private static Object day(String column, Standing it) {
        return it.date(column).map(day -> (Object) day).orElse("");
    }

    private static Object wan(String column, Standing it) {
        return it.number(column) == 0
                ? ""
                : BigDecimal.valueOf(it.number(column), FEN_OF_WAN).stripTrailingZeros();
    }
}
