package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.workbench.DataRow;
import gewu.ledger.paper.SheetCell;
import gewu.ledger.paper.SheetReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The official ledger goes out as a workbook, units fill it in, and it comes back.
final class SheetTest {
    @TempDir
    Path folder;

    private Desk desk;
    private Path file;

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
        file = folder.resolve("台账.xlsx");
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void theWorkbookHoldsTheLedgerAndThreeListsWithAllColumnsInTheirOrder() throws IOException {
        String id = desk.itemIn(State.CLOSED);
        assertThat(export().values()).containsEntry("items", 1L).containsEntry("as_of", "2026-05-06");
        try (SheetReader book = SheetReader.open(file)) {
            assertThat(book.sheets()).containsExactly("整改台账", "问题清单", "任务清单", "责任清单");
            List<Map<Integer, SheetCell>> rows = rows(book, "整改台账");
            assertThat(text(rows.get(0), 0)).isEqualTo("整改台账");
            assertThat(text(rows.get(1), 0)).startsWith("截至2026年5月6日").contains("万元");
            List<String> heads = new ArrayList<>();
            for (int column = 0; column < 29; column++) {
                String lower = text(rows.get(3), column);
                heads.add(lower.isEmpty() ? text(rows.get(2), column) : lower);
            }
            assertThat(String.join(", ", heads))
                    .isEqualTo("序号, 问题编号, 来源报告, 年度, 问题来源, 问题类别, 存在问题, 原因分析, 整改类型, 整改目标（标准）, 整改措施, "
                            + "牵头责任单位, 配合单位, 责任领导（包案领导）, 责任人, 督导单位, 立项日期, 整改时限, 延期情况, 进展情况, "
                            + "完成情况（认定结果）, 涉及金额, 已整改金额, 佐证材料, 验收人, 销号日期, 回头看情况, 是否屡犯, 备注");
            Map<Integer, SheetCell> item = rows.get(4);
            assertThat(text(item, 1)).isEqualTo(id);
            assertThat(text(item, SheetColumn.CLOSED.ordinal())).isEqualTo("2026-05-06");
            assertThat(text(item, SheetColumn.RESULT.ordinal())).isEqualTo("已完成：无金额");
            assertThat(text(item, SheetColumn.EVIDENCE.ordinal())).isEqualTo("制度.txt（认可）");
            assertThat(text(rows(book, "责任清单").get(4), 3)).isEqualTo("水利局");
        }
    }

    @Test
    void itIsLaidOutForPrintingAndForFillingIn() throws IOException {
        desk.itemIn(State.IN_PROGRESS);
        export();
        String sheet = part("xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("orientation=\"landscape\"", "paperSize=\"8\"", "fitToWidth=\"1\"", "<mergeCell ", "<pane ")
                .contains("立行立改,分阶段,持续", "重大,较重,一般", "待确认,", "hidden=\"true\"");
        assertThat(part("xl/worksheets/sheet2.xml")).contains("paperSize=\"9\"", "landscape");
        assertThat(part("xl/workbook.xml")).contains("Print_Titles", "$3:$4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-未完成", "@全体", "=cmd|' /C calc'!A0", "_x0041_", "<b>&\"'", "第一行\n第二行"})
    void wordsStayWordsWhateverTheyBeginWith(String words) throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("note", id, "--text=" + words);
        export();
        assertThat(part("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
        assertThat(cell(SheetColumn.NOTE)).isEqualTo(words);
        assertThat(count("unchanged")).isEqualTo(1);
    }

    @Test
    void whatComesBackAsItWentOutChangesNothing() {
        for (State state : State.values()) {
            desk.itemIn(state);
        }
        desk.rows("sheet", "--export=" + file, "--state=" + "待确认,不予立项,已立项,待签收,整改中,长期整改,待验收,暂缓,已销号,已合并");
        desk.clock.goTo(java.time.LocalDate.parse("2026-06-15"));
        assertThat(desk.rows("sheet", "--import=" + file)).hasSize(1);
        assertThat(count("unchanged")).isGreaterThanOrEqualTo(State.values().length);
        long before = desk.ledger.log().head().sequence();
        desk.rows("sheet", "--import=" + file, "--apply");
        // the suspended item may have come back by itself
        assertThat(desk.ledger.log().head().sequence() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void whatAUnitFilledInIsToldFirstAndDoneOnlyOnDemandAsOneBatchThatIsTakenBack() {
        String id = desk.itemIn(State.IN_PROGRESS);
        String other = desk.itemIn(State.IN_PROGRESS);
        export();
        fill(
                id,
                Map.of(
                        SheetColumn.PROGRESS,
                        "已印发办法",
                        SheetColumn.PERCENT,
                        "60",
                        SheetColumn.AMOUNT,
                        "12.5",
                        SheetColumn.FIXED,
                        "3000元",
                        SheetColumn.PERSON,
                        "孙六",
                        SheetColumn.RESULT,
                        "正在整改：建立制度1项",
                        SheetColumn.NOTE,
                        "已通报"));
        long before = desk.ledger.log().head().sequence();
        List<DataRow> told = desk.rows("sheet", "--import=" + file);
        assertThat(told.getFirst().values())
                .containsEntry("item", id)
                .containsEntry("acts", List.of("edit", "appoint", "outcome", "report", "note"));
        assertThat(told.getLast().values())
                .containsEntry("changed", 1L)
                .containsEntry("unchanged", 1)
                .containsEntry("applied", false);
        assertThat(desk.ledger.log().head().sequence()).isEqualTo(before);

        Fields then = desk.ledger.log().subject(id);
        DataRow done = desk.rows("sheet", "--import=" + file, "--apply").getLast();
        Fields item = desk.ledger.log().subject(id);
        assertThat(item.of("amount_found")).isEqualTo("12500000");
        assertThat(item.of("amount_fixed")).isEqualTo("300000");
        assertThat(item.of("person")).isEqualTo("孙六");
        assertThat(item.of("progress")).isEqualTo("60");
        assertThat(item.of("outcome")).isEqualTo("建立制度1项");
        assertThat(item.of("progress_report.1.text")).isEqualTo("已印发办法");
        assertThat(item.of("note.1.text")).isEqualTo("已通报");
        assertThat(desk.ledger.log().history(other)).hasSize(4);
        assertThat(desk.ledger.items().find(id).orElseThrow().events())
                .isEqualTo(desk.ledger.log().history(id).size());
        desk.rows("undo", String.valueOf(done.values().get("batch")));
        assertThat(desk.ledger.log().subject(id)).isEqualTo(then);
    }

    @Test
    void theSameSheetTakenTwiceChangesNothingTheSecondTime() {
        String id = desk.itemIn(State.IN_PROGRESS);
        export();
        fill(id, Map.of(SheetColumn.PROGRESS, "已印发办法", SheetColumn.NOTE, "已通报"));
        desk.rows("sheet", "--import=" + file, "--apply");
        long before = desk.ledger.log().head().sequence();
        assertThat(desk.rows("sheet", "--import=" + file, "--apply").getLast().values())
                .containsEntry("changed", 0L)
                .containsEntry("refused", 0L)
                .containsEntry("unchanged", 1);
        assertThat(desk.ledger.log().head().sequence()).isEqualTo(before);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotWrittenOver() {
        String id = desk.itemIn(State.IN_PROGRESS);
        String untouched = desk.itemIn(State.IN_PROGRESS);
        export();
        desk.does("appoint", id, "--person=赵七");
        desk.does("appoint", untouched, "--person=赵七");
        fill(id, Map.of(SheetColumn.PERSON, "孙六"));
        List<DataRow> rows = desk.rows("sheet", "--import=" + file, "--apply");
        assertThat(reasons(rows.getFirst())).contains("别人已经改过").contains("责任分工");
        assertThat(rows.getLast().values()).containsEntry("refused", 1L).containsEntry("unchanged", 1);
        assertThat(desk.ledger.log().subject(id).of("person")).isEqualTo("赵七");
    }

    @Test
    void badRowsAreToldOneByOneAndNeverStopTheOthers() {
        String good = desk.itemIn(State.IN_PROGRESS);
        String date = desk.itemIn(State.IN_PROGRESS);
        String move = desk.itemIn(State.IN_PROGRESS);
        String unit = desk.itemIn(State.IN_PROGRESS);
        String closed = desk.itemIn(State.CLOSED);
        export();
        fill(good, Map.of(SheetColumn.PROGRESS, "已印发办法"));
        fill(date, Map.of(SheetColumn.DEADLINE, "2021915日", SheetColumn.PROGRESS, "不该写入"));
        fill(move, Map.of(SheetColumn.STATE, "已销号"));
        fill(unit, Map.of(SheetColumn.OVERSEER, "水力局"));
        fill(closed, Map.of(SheetColumn.AMOUNT, "1"));
        Filled.more(file, Map.of(SheetColumn.NUMBER, "ZG-2099-0001-0001", SheetColumn.NOTE, "没有这一项"));
        List<DataRow> rows = desk.rows("sheet", "--import=" + file, "--apply");
        assertThat(reasons(row(date, rows))).isEqualTo("“整改时限”“2021915日”不是日期，请写成 2026-05-01");
        assertThat(reasons(row(move, rows))).contains("不能由整改中改为已销号").contains("报验");
        assertThat(reasons(row(unit, rows))).contains("没有登记“水力局”").contains("是不是“水利局”");
        assertThat(reasons(row(closed, rows))).contains("现为已销号");
        assertThat(reasons(row("ZG-2099-0001-0001", rows))).isEqualTo("台账里没有 ZG-2099-0001-0001");
        assertThat(rows.getLast().values()).containsEntry("changed", 1L).containsEntry("refused", 5L);
        assertThat(desk.ledger.log().subject(good).of("progress_report.1.text")).isEqualTo("已印发办法");
        assertThat(desk.ledger.log().subject(date).members("progress_report")).isEmpty();
    }

    @Test
    void aRowIsDoneWholeOrNotAtAll() {
        String id = desk.itemIn(State.IN_PROGRESS);
        export();
        fill(id, Map.of(SheetColumn.PROGRESS, "全部完成", SheetColumn.PERCENT, "100", SheetColumn.STATE, "待验收"));
        DataRow row = desk.rows("sheet", "--import=" + file, "--apply").getFirst();
        assertThat(reasons(row)).isEqualTo("报验：须有至少一份佐证材料；重开的须有新的");
        assertThat(desk.ledger.log().subject(id).has("progress")).isFalse();
        desk.does("evidence", id, "--file=" + desk.file("办法.txt", "第一条"), "--proof=制度文本");
        export();
        fill(id, Map.of(SheetColumn.PROGRESS, "全部完成", SheetColumn.PERCENT, "100", SheetColumn.STATE, "待验收"));
        desk.rows("sheet", "--import=" + file, "--apply");
        assertThat(desk.state(id)).isEqualTo("SUBMITTED");
    }

    @Test
    void aLaterDeadlineIsAnExtensionThatIsAskedFor() {
        String id = desk.itemIn(State.IN_PROGRESS);
        export();
        fill(id, Map.of(SheetColumn.DEADLINE, "2026年9月1日"));
        assertThat(reasons(desk.rows("sheet", "--import=" + file).getFirst())).isEqualTo("申请延期：须写理由（--reason）");
        fill(id, Map.of(SheetColumn.DEADLINE, "2026年9月1日", SheetColumn.EXTENSION, "招标流标"));
        desk.rows("sheet", "--import=" + file, "--apply");
        Fields item = desk.ledger.log().subject(id);
        assertThat(item.of("extension.1.until")).isEqualTo("2026-09-01");
        assertThat(item.of("extension.1.reason")).isEqualTo("招标流标");
        assertThat(item.of("deadline")).isEqualTo("2026-07-06");
    }

    @Test
    void furtherCausesAndRemediesAreFurtherLines() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("remedy", id, "--text=印发办法");
        export();
        fill(id, Map.of(SheetColumn.REMEDY, "1. 印发办法\n2、开展培训", SheetColumn.CAUSE, "提前量不够"));
        desk.rows("sheet", "--import=" + file, "--apply");
        Fields item = desk.ledger.log().subject(id);
        assertThat(item.of("remedy.CS-000002.text")).isEqualTo("开展培训");
        assertThat(item.of("cause.1.text")).isEqualTo("提前量不够");
        export();
        fill(id, Map.of(SheetColumn.REMEDY, "开展培训"));
        assertThat(reasons(desk.rows("sheet", "--import=" + file).getFirst())).contains("不能在表里改动或删除");
    }

    @Test
    void aRowWithoutANumberIsANewItemOnce() {
        desk.itemIn(State.IN_PROGRESS);
        export();
        Map<SheetColumn, String> row = Map.of(
                SheetColumn.PROBLEM,
                "绩效目标不够细化",
                SheetColumn.LEAD,
                "水利局",
                SheetColumn.YEAR,
                "2025",
                SheetColumn.SOURCE,
                "审计",
                SheetColumn.CAUSE,
                "重投入轻管理",
                SheetColumn.PERSON,
                "孙六");
        Filled.more(file, row);
        Filled.more(file, row);
        Filled.more(file, Map.of(SheetColumn.PROBLEM, "缺年度", SheetColumn.LEAD, "水利局"));
        Filled.more(file, Map.of(SheetColumn.ORDINAL, "填报人：李四"));
        List<DataRow> rows = desk.rows("sheet", "--import=" + file, "--apply");
        assertThat(rows.getLast().values()).containsEntry("new", 1L).containsEntry("refused", 2L);
        Fields item = desk.ledger.log().subject("ZG-2025-0001-0001");
        assertThat(item.of("title")).isEqualTo("绩效目标不够细化");
        assertThat(item.of("cause.1.text")).isEqualTo("重投入轻管理");
        assertThat(item.of("person")).isEqualTo("孙六");
        assertThat(desk.rows("sheet", "--import=" + file, "--apply").getLast().values())
                .containsEntry("new", 0L)
                .containsEntry("refused", 3L);
    }

    @Test
    void aPastDayIsToldAgainTheSame() throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        export();
        List<Map<Integer, SheetCell>> then = allRows();
        desk.clock.goTo(java.time.LocalDate.parse("2026-05-16"));
        desk.does("report", id, "--text=已印发办法", "--percent=60", "--as=李四");
        desk.itemIn(State.ASSIGNED);
        desk.rows("sheet", "--export=" + file, "--as-of=2026-05-06");
        assertThat(allRows()).isEqualTo(then);
        assertThat(count("unchanged")).isEqualTo(1);
    }

    @Test
    void aUnitGetsItsOwnItems() {
        desk.itemIn(State.IN_PROGRESS);
        desk.rows("party", "教育局");
        desk.does("add", "师资不足", "--unit=教育局", "--year=2024", "--reason=手工录入");
        assertThat(desk.rows("sheet", "--export=" + file, "--unit=水利局")
                        .getFirst()
                        .values())
                .containsEntry("items", 1L);
        assertThat(desk.rows("sheet", "--export=" + file, "--unit=教育局")
                        .getFirst()
                        .values())
                .containsEntry("items", 0L);
        assertThat(desk.rows("sheet", "--export=" + file, "--unit=教育局", "--state=待确认")
                        .getFirst()
                        .values())
                .containsEntry("items", 1L);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, false, 2026-09-01",
        "2026年9月1日, false, 2026-09-01",
        "2026.9.1, false, 2026-09-01",
        "20260901, true, 2026-09-01",
        "46266, true, 2026-09-01",
        "2021915日, false,",
        "2026-02-30, false,",
        "三季度, false,",
        "46266, false,"
    })
    void daysAreReadAsOfficesWriteThem(String words, boolean isNumber, String day) {
        assertThat(SheetEdits.day(new SheetCell(words, isNumber))
                        .map(Object::toString)
                        .orElse(null))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "12.5, 12500000",
        "3000元, 300000",
        "'1,200', 1200000000",
        "1.2亿元, 12000000000",
        "0.000001, 1",
        "0.0000001,",
        "约3万,"
    })
    void amountsAreExact(String words, String fen) {
        assertThat(SheetEdits.fen(words).orElse(null)).isEqualTo(fen);
    }

    @Test
    void whatIsNoLedgerIsRefusedWithTheNextMove() throws IOException {
        Files.writeString(file, "不是工作簿");
        assertThatThrownBy(() -> desk.rows("sheet", "--import=" + file))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("is no workbook");
        Path absent = folder.resolve("没有.xlsx");
        assertThatThrownBy(() -> desk.rows("sheet", "--import=" + absent)).hasMessageContaining("There is no file");
        Filled.plain(file, List.of(List.of("甲", "乙")));
        assertThatThrownBy(() -> desk.rows("sheet", "--import=" + file))
                .hasMessageContaining("holds no sheet of the ledger");
        assertThatThrownBy(() -> desk.rows("sheet")).hasMessageContaining("either writes a sheet or takes one back");
    }

    @Test
    void whoHasAnAdministratorLetsOnlyTheRightRolesFillIn() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.rows("party", "周管理", "--role=管理员");
        desk.rows("party", "李四", "--role=承办单位", "--unit=水利局", "--as=周管理");
        export();
        fill(id, Map.of(SheetColumn.PERSON, "孙六"));
        assertThat(reasons(desk.rows("sheet", "--import=" + file, "--as=李四").getFirst()))
                .contains("“责任分工”由督办员办理");
        fill(id, Map.of(SheetColumn.PERSON, "李四", SheetColumn.PROGRESS, "已印发办法"));
        desk.rows("sheet", "--import=" + file, "--as=李四", "--apply");
        assertThat(desk.ledger.log().subject(id).of("progress_report.1.text")).isEqualTo("已印发办法");
    }

    @Test
    void theListGoesIntoAFileOfAnyFormatWithItsFiltersAndOrder() {
        desk.itemIn(State.PROPOSED);
        String closed = desk.itemIn(State.CLOSED);
        String late = desk.itemIn(State.IN_PROGRESS);
        desk.does("edit", late, "--amount=12.5万元");
        desk.clock.goTo(java.time.LocalDate.parse("2026-07-10"));
        Path list = folder.resolve("清单.csv");
        assertThat(desk.rows("list", "--state=整改中,已销号", "--by-deadline", "--export=" + list)
                        .getFirst()
                        .values())
                .containsEntry("rows", 2L);
        assertThat(list)
                .content()
                .contains("问题编号|办理状态|", closed + "|已销号|", "|已完成|")
                .contains(late + "|整改中|预算编制不够精准|水利局|2024|预算||立行立改|")
                .contains("|2026-07-06|2026-07-06|4|0|尚未整改|12.5|||1")
                .doesNotContain("待确认");
        assertThat(desk.told("list", "--export=" + list)).contains("已写入 " + list + "：3 行");
        assertThatThrownBy(() -> desk.rows("list", "--export=" + folder.resolve("清单.doc")))
                .hasMessageContaining("There is no format “doc”");
    }

    @Test
    void peopleReadWhatWouldChange() {
        String id = desk.itemIn(State.IN_PROGRESS);
        export();
        fill(id, Map.of(SheetColumn.PERSON, "孙六"));
        assertThat(desk.told("sheet", "--import=" + file)).contains("责任人：李四 → 孙六", "新增 0，有变化 1，未变 0，不能办 0", "--apply");
        assertThat(desk.told("sheet", "--import=" + file, "--apply")).contains("ledger[undo, ");
    }

    private DataRow export() {
        return desk.rows("sheet", "--export=" + file).getFirst();
    }

    private void fill(String id, Map<SheetColumn, String> cells) {
        Filled.in(file, id, cells);
    }

    private int count(String what) {
        Object count = desk.rows("sheet", "--import=" + file).getLast().values().get(what);
        return ((Number) java.util.Objects.requireNonNull(count)).intValue();
    }

    private static DataRow row(String id, List<DataRow> rows) {
        return rows.stream()
                .filter(it -> id.equals(it.values().get("item")))
                .findFirst()
                .orElseThrow();
    }

    private static String reasons(DataRow row) {
        Object reasons = java.util.Objects.requireNonNull(row.values().get("reasons"));
        return String.join(
                "；", ((List<?>) reasons).stream().map(Object::toString).toList());
    }

    private String cell(SheetColumn column) throws IOException {
        return text(allRows().get(4), column.ordinal());
    }

    private List<Map<Integer, SheetCell>> allRows() throws IOException {
        try (SheetReader book = SheetReader.open(file)) {
            return rows(book, "整改台账");
        }
    }

    static List<Map<Integer, SheetCell>> rows(SheetReader book, String sheet) throws IOException {
        List<Map<Integer, SheetCell>> rows = new ArrayList<>();
        book.each(sheet, (number, cells) -> rows.add(cells));
        return rows;
    }

    static String text(Map<Integer, SheetCell> row, int column) {
        return row.getOrDefault(column, SheetCell.BLANK).text();
    }

    private String part(String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
