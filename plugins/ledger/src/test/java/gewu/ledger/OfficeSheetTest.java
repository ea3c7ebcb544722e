package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.workbench.DataRow;
import gewu.ledger.paper.SheetCell;
import gewu.ledger.paper.SheetReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sheets of the official ledger as they come back from offices: saved by other programs, merged,
/// sorted, cut and filled in in many ways, and some of them hostile.
final class OfficeSheetTest {
    private static final int SPACES = 50_000_000;

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

    /// Rows sorted the other way round, one hidden, one blank, one new; a column more, a column less; cells merged, a
    /// formula, a percentage, days typed and spelt.
    @Test
    void whatLibreOfficeSavedIsReadRowByRowAndUndoneAsOne() throws IOException {
        List<String> ids = List.of(
                desk.itemIn(State.IN_PROGRESS),
                desk.itemIn(State.IN_PROGRESS),
                desk.itemIn(State.IN_PROGRESS),
                desk.itemIn(State.IN_PROGRESS),
                desk.itemIn(State.CLOSED));
        List<Fields> before = ids.stream().map(desk.ledger.log()::subject).toList();
        try (InputStream filled =
                Objects.requireNonNull(OfficeSheetTest.class.getResourceAsStream("LibreOffice填好的台账.xlsx"))) {
            Files.copy(filled, file);
        }
        List<DataRow> rows = desk.rows("sheet", "--import=" + file);
        assertThat(rows).extracting(it -> it.values().get("row")).containsExactly(5, 6, 7, 8, 9, 11, 12, null);
        assertThat(changes(rows, ids.get(0))).contains("责任人=孙六", "进展情况=已印发办法", "进度%=60%");
        assertThat(changes(rows, ids.get(1))).containsExactlyInAnyOrder("责任人=孙六", "涉及金额=12.5", "已整改金额=3.25");
        assertThat(reasons(row(ids.get(2), rows))).isEqualTo("“整改时限”“2021915日”不是日期，请写成 2026-05-01");
        assertThat(changes(rows, ids.get(3))).containsExactlyInAnyOrder("整改时限=2026-09-01", "延期情况=招标流标");
        assertThat(changes(rows, ids.get(4))).containsExactly("备注=已归档");
        assertThat(reasons(row("填表人:张三", rows))).contains("台账里没有");
        assertThat(rows.getLast().values())
                .containsEntry("new", 1L)
                .containsEntry("changed", 4L)
                .containsEntry("refused", 2L)
                .containsEntry("unknown_columns", List.of("填报人"))
                .containsEntry("missing_columns", List.of("来源报告"));
        assertThat(ids.stream().map(desk.ledger.log()::subject)).isEqualTo(before);

        DataRow done = desk.rows("sheet", "--import=" + file, "--apply").getLast();
        assertThat(done.values()).containsEntry("new", 1L).containsEntry("changed", 4L);
        assertThat(desk.ledger.log().subject(ids.get(1)).of("amount_found")).isEqualTo("12500000");
        assertThat(desk.ledger.log().subject(ids.get(0)).of("progress")).isEqualTo("60");
        assertThat(desk.ledger.log().subject(ids.get(3)).of("extension.1.until"))
                .isEqualTo("2026-09-01");
        assertThat(desk.ledger.log().subject("ZG-2025-0001-0001").of("cause.1.text"))
                .isEqualTo("重投入");
        assertThat(desk.told("sheet", "--import=" + file)).contains("没有读：填报人", "当作没有改：来源报告");
        desk.rows("undo", String.valueOf(done.values().get("batch")));
        assertThat(ids.stream().map(desk.ledger.log()::subject)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"R5\"><v>46266</v></c>",
                "<c r=\"R5\" t=\"n\"><v>46266.0</v></c>",
                "<c r=\"R5\"><f>TODAY()+100</f><v>46266</v></c>",
                "<c r=\"R5\" t=\"d\"><v>2026-09-01T00:00:00</v></c>",
                "<c r=\"R5\" t=\"str\"><f>TEXT(1,2)</f><v>2026.9.1</v></c>",
                "<c r=\"R5\" t=\"inlineStr\"><is><t>2026年9月1日</t></is></c>",
                "<c r=\"R5\" t=\"inlineStr\"><is><r><t>2026年</t></r><r><rPr><b/></rPr><t>9月1日</t></r></is></c>",
                "<c r=\"R5\" t=\"inlineStr\"><is><t>２０２６－９－１</t></is></c>",
                "<c r=\"R5\" t=\"inlineStr\"><is><t> 2026/09/01 00:00:00 </t></is></c>",
                "<c r=\"R5\"><v>20260901</v></c>"
            })
    void aDayIsTheSameDayHoweverTheFileHoldsIt(String cell) throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        export();
        put("R5", cell);
        put("S5", words("S5", "招标流标"));
        assertThat(changes(desk.rows("sheet", "--import=" + file, "--apply"), id))
                .hasSize(2);
        assertThat(desk.ledger.log().subject(id).of("extension.1.until")).isEqualTo("2026-09-01");
    }

    @ParameterizedTest
    @CsvSource({
        "2021915日, 不是日期",
        "2026年9月, 不是日期",
        "二〇二六年九月一日, 不是日期",
        "2026-9-31, 不是日期",
        "九月底前, 不是日期",
        "#REF!, 公式的错误值",
        "Err:508, 公式的错误值"
    })
    void whatIsNoDayIsNamed(String written, String why) throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        export();
        put("R5", words("R5", written));
        DataRow row = row(id, desk.rows("sheet", "--import=" + file));
        assertThat(reasons(row)).contains("“整改时限”", written, why);
    }

    @Test
    void aFormulaThatNobodyWorkedOutIsNamedAndNotTakenForNothing() throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        export();
        put("T5", "<c r=\"T5\"><f>A1&amp;\"已印发\"</f></c>");
        assertThat(reasons(row(id, desk.rows("sheet", "--import=" + file)))).contains("“进展情况”是公式的错误值");
        put("T5", "<c r=\"T5\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>");
        assertThat(reasons(row(id, desk.rows("sheet", "--import=" + file)))).contains("#DIV/0!");
    }

    @Test
    void daysCountedFrom1904AreTheSameDays() throws IOException {
        book("<workbookPr date1904=\"1\"/>", "<row><c s=\"1\"><v>44804</v></c><c><v>44804</v></c></row>");
        Map<Integer, SheetCell> row = firstRow();
        assertThat(row.get(0)).isEqualTo(new SheetCell("2026-09-01", false));
        assertThat(SheetEdits.day(Objects.requireNonNull(row.get(1))).map(Object::toString))
                .contains("2026-09-01");
    }

    @Test
    void whatIsMergedOrShownInPercentIsReadAsItIsSeen() throws IOException {
        book(
                "",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&lt;mergeCells 孙六</t></is></c><c r=\"B1\" s=\"2\"><v>0.6</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>盖住的</t></is></c></row><row r=\"3\"/></sheetData>"
                        + "<mergeCells count=\"1\"><mergeCell ref=\"A1:A3\"/></mergeCells><sheetData>");
        try (SheetReader reader = SheetReader.open(file)) {
            List<Map<Integer, SheetCell>> rows = SheetTest.rows(reader, "甲");
            assertThat(rows).allMatch(it -> SheetTest.text(it, 0).equals("<mergeCells 孙六"));
            assertThat(SheetTest.text(rows.getFirst(), 1)).isEqualTo("60%");
        }
    }

    @Test
    void aCellWithAnOldValueBesideItsOwnIsReadAsOfficeProgramsShowIt() throws IOException {
        book(
                "",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><v>旧的</v><is><t>孙六</t></is></c>"
                        + "<c r=\"B1\" t=\"str\"><v>周七</v><is><t>旧的</t></is></c></row>");

        Map<Integer, SheetCell> row = firstRow();

        assertThat(SheetTest.text(row, 0)).isEqualTo("孙六");
        assertThat(SheetTest.text(row, 1)).isEqualTo("周七");
    }

    @Test
    void oneWordMergedOverSeveralRowsIsMeantInEach() throws IOException {
        String one = desk.itemIn(State.IN_PROGRESS);
        String two = desk.itemIn(State.IN_PROGRESS);
        export();
        put("T5", words("T5", "已联合印发办法"));
        sheet(it -> it.replace("<mergeCell ref=\"A3:A4\"/>", "<mergeCell ref=\"A3:A4\"/><mergeCell ref=\"T5:T6\"/>"));
        desk.rows("sheet", "--import=" + file, "--apply");
        for (String id : List.of(one, two)) {
            assertThat(desk.ledger.log().subject(id).of("progress_report.1.text"))
                    .isEqualTo("已联合印发办法");
        }
    }

    @Test
    void aHeadThatSomebodyRenamedIsNamedAndWhatStandsUnderItIsNotRead() throws IOException {
        desk.itemIn(State.IN_PROGRESS);
        export();
        sheet(it -> it.replace(">" + coded("责任人") + "<", ">具体责任人及电话<"));
        put("O5", words("O5", "孙六"));
        assertThat(desk.rows("sheet", "--import=" + file).getLast().values())
                .containsEntry("unchanged", 1)
                .containsEntry("unknown_columns", List.of("具体责任人及电话"))
                .containsEntry("missing_columns", List.of("责任人"));
    }

    @Test
    void spacesAndWidthInHeadsAndNumbersDoNotMatterAndHeadsMayStandTwice() throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        export();
        sheet(it -> it.replace(">" + coded("责任领导（包案领导）") + "<", ">责任领导\n(包案领导)<")
                .replaceFirst("(<row r=\"4\".*?</row>)(.*)</sheetData>", "$1$2" + headsAgain() + "</sheetData>"));
        put("B5", words("B5", id.replace('Z', 'Ｚ').replace('2', '２').replace('-', '－')));
        put("AB5", words("AB5", "否"));
        put("AC5", words("AC5", "已通报"));
        List<DataRow> rows = desk.rows("sheet", "--import=" + file);
        assertThat(changes(rows, id)).containsExactly("备注=已通报");
        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().values())
                .containsEntry("unknown_columns", List.of())
                .containsEntry("missing_columns", List.of());
    }

    @Test
    void aSheetWithoutItsHiddenColumnIsRefusedWithTheReason() {
        String id = desk.itemIn(State.IN_PROGRESS);
        Filled.plain(file, List.of(List.of("问题编号", "存在问题"), List.of(id, "改了")));
        assertThatThrownBy(() -> desk.rows("sheet", "--import=" + file))
                .hasMessageContaining("has lost the hidden column 版本");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row><c><v>&x;</v></c></row></sheetData></worksheet>",
                "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData/></worksheet>",
                "<worksheet><sheetData><row><c><v>1</v>",
                "<worksheet><sheetData><row><c t=\"s\"><v>99</v></c></row></sheetData></worksheet>",
                "\u0000\u0001"
            })
    void hostileOrBrokenXmlIsRefusedAndNothingIsWritten(String xml) throws IOException {
        desk.itemIn(State.IN_PROGRESS);
        export();
        long before = desk.ledger.log().head().sequence();
        sheet(_ -> xml);
        assertThatThrownBy(() -> desk.rows("sheet", "--import=" + file, "--apply"))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageMatching("(?s).*(declaration|damaged).*");
        assertThat(desk.ledger.log().head().sequence()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<worksheet><sheetData>%s</sheetData></worksheet>",
                "<worksheet><sheetData><row><c t=\"str\"><v>%s</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row a=\"%s\"/></sheetData></worksheet>"
            })
    void aBombIsRefused(String around) throws IOException {
        export();
        try (FileSystem zip = FileSystems.newFileSystem(file);
                OutputStream out = Files.newOutputStream(zip.getPath("xl/worksheets/sheet1.xml"))) {
            String[] parts = around.split("%s", -1);
            out.write(parts[0].getBytes(StandardCharsets.UTF_8));
            byte[] spaces = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < SPACES / spaces.length; i++) {
                out.write(spaces);
            }
            out.write(parts[1].getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> desk.rows("sheet", "--import=" + file)).hasMessageContaining("bomb");
    }

    @Test
    void aCellWithMoreThanAnyProgramWritesIsRefused() throws IOException {
        StringBuilder words = new StringBuilder();
        for (int i = 0; words.length() < 300_000; i++) {
            words.append(Integer.toHexString(i * 7919));
        }
        book("", "<row><c t=\"str\"><v>" + words + "</v></c></row>");
        assertThatThrownBy(() -> desk.rows("sheet", "--import=" + file)).hasMessageContaining("A cell of the workbook");
    }

    private void export() {
        desk.rows("sheet", "--export=" + file);
    }

    /// What a sheet of the list says again on its next page.
    private static String headsAgain() {
        return "<row r=\"6\"><c r=\"A6\" t=\"inlineStr\"><is><t>序号</t></is></c><c r=\"B6\" t=\"inlineStr\"><is><t>问题 编号</t></is></c>"
                + "<c r=\"G6\" t=\"inlineStr\"><is><t>存在问题</t></is></c></row>";
    }

    private static String words(String place, String words) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
    }

    /// Puts a cell in the place of another of the first sheet.
    private void put(String place, String cell) throws IOException {
        Pattern old = Pattern.compile("<c r=\"" + place + "\"(?:[^>]*/>|.*?</c>)");
        sheet(it -> {
            assertThat(old.matcher(it).find()).isTrue();
            return old.matcher(it).replaceFirst(Matcher.quoteReplacement(cell));
        });
    }

    /// As the file writes characters that are not ASCII.
    private static String coded(String words) {
        StringBuilder coded = new StringBuilder();
        words.chars()
                .forEach(it ->
                        coded.append("&#x").append(Integer.toHexString(it)).append(';'));
        return coded.toString();
    }

    private void sheet(java.util.function.UnaryOperator<String> edit) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path sheet = zip.getPath("xl/worksheets/sheet1.xml");
            String before = Files.readString(sheet);
            String after = edit.apply(before);
            assertThat(after).isNotEqualTo(before);
            Files.writeString(sheet, after);
        }
    }

    /// A workbook with one sheet; style 1 shows days, style 2 percents.
    private void book(String properties, String rows) throws IOException {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, String> parts = Map.of(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + office + "\">" + properties
                        + "<sheets><sheet name=\"甲\" r:id=\"a\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"" + office + "/worksheet\" Target=\"s.xml\"/>"
                        + "<Relationship Id=\"b\" Type=\"" + office + "/styles\" Target=\"t.xml\"/></Relationships>",
                "xl/t.xml",
                "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>",
                "xl/s.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> it : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(it.getKey()));
                zip.write(it.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private Map<Integer, SheetCell> firstRow() throws IOException {
        try (SheetReader reader = SheetReader.open(file)) {
            return SheetTest.rows(reader, "甲").getFirst();
        }
    }

    private static DataRow row(String id, List<DataRow> rows) {
        return rows.stream()
                .filter(it -> id.equals(it.values().get("item")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> changes(List<DataRow> rows, String id) {
        DataRow row = row(id, rows);
        assertThat(reasons(row)).isEmpty();
        return ((List<?>) Objects.requireNonNull(row.values().get("changes")))
                .stream()
                        .map(it -> (Map<?, ?>) it)
                        .map(it -> it.get("column") + "=" + it.get("new"))
                        .toList();
    }

    private static String reasons(DataRow row) {
        Object reasons = Objects.requireNonNull(row.values().get("reasons"));
        return String.join(
                "；", ((List<?>) reasons).stream().map(Object::toString).toList());
    }
}
