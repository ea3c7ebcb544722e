package gewu.importoffice;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/// What holds for old and new workbooks alike.
class WorkbookTest {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String XLS = "application/vnd.ms-excel";

    @Test
    void readsEachSheetAsATableBelowItsNameAndTitles() {
        for (SourceText source : bothWays(WorkbookTest::report, Map.of())) {
            assertThat(source.text()).isEqualTo("""
                    支出表
                    2023年度部门支出表
                    单位：万元
                    项目\t预算\t决算\t完成率
                    基本支出\t1,511.55\t1,458.34\t96.5%
                    合计\t1,511.55\t\t
                    注：四舍五入。
                    人员
                    姓名\t人数
                    在编\t12
                    """);
            assertThat(source.tables()).hasSize(2);
            assertThat(source.pages()).hasSize(2);
            Table table = source.tables().getFirst();
            Table.Cell rate = table.cell(2, 4).orElseThrow();
            assertThat(words(source, rate)).isEqualTo("96.5%");
            assertThat(table.heads(rate)).extracting(it -> words(source, it)).containsExactly("完成率", "基本支出");
        }
    }

    @Test
    void readsHiddenSheetsRowsAndColumnsOnlyWhenAsked() {
        for (SourceText source : bothWays(WorkbookTest::report, Map.of("hidden", "keep"))) {
            assertThat(source.text()).contains("秘密\n", "底稿", "内部列");
        }
    }

    @Test
    void readsMergedCellsOnceWithTheirSpans() {
        for (SourceText source : bothWays(WorkbookTest::merged, Map.of())) {
            assertThat(source.text()).isEqualTo("指标表\n指标\t2023年\n预算\t决算\n收入\t10\t11\n");
            Table table = source.tables().getFirst();
            assertThat(table.cell(2, 1).orElseThrow().rowSpan()).isEqualTo(2);
            assertThat(table.heads(table.cell(3, 3).orElseThrow()))
                    .extracting(it -> words(source, it))
                    .containsExactly("2023年", "决算", "收入");
        }
    }

    @Test
    void showsFiguresAndDatesAsPeopleSeeThem() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("General", "45077.5");
        shown.put("yyyy\"年\"m\"月\"d\"日\"", "2023年5月31日");
        shown.put("m/d/yy", "2023/5/31");
        shown.put("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "二〇二三年五月三十一日");
        shown.put("yyyy-mm-dd hh:mm", "2023-05-31 12:00");
        shown.put("#,##0.00", "45,077.50");
        shown.put("0.00%", "4507750.00%");
        shown.put("0.00_ ;[Red]\\-0.00\\ ", "45077.50");
        shown.put("#,##0.00\"万元\"", "45,077.50万元");
        shown.put("_ ¥* #,##0.00_ ", "¥45,077.50");
        Consumer<Workbook> fill = book -> {
            int row = 0;
            Row head = book.createSheet("格式").createRow(row++);
            head.createCell(0).setCellValue("格式");
            head.createCell(1).setCellValue("样子");
            for (String pattern : shown.keySet()) {
                Row its = book.getSheetAt(0).createRow(row++);
                its.createCell(0).setCellValue("第" + row);
                number(book, its.createCell(1), 45077.5, pattern);
            }
        };
        for (SourceText source : bothWays(fill, Map.of())) {
            Table table = source.tables().getFirst();
            List<String> column = table.cells().stream()
                    .filter(it -> it.column() == 2 && it.row() > 1)
                    .map(it -> words(source, it).replace(" ", ""))
                    .toList();
            assertThat(column)
                    .containsExactlyElementsOf(shown.values().stream()
                            .map(it -> it.replace(" ", ""))
                            .toList());
        }
    }

    @Test
    void readsRichInlineAndEscapedStringsWithoutSharedOnes() {
        Reading reading = read(xlsx("""
                <row r="1"><c r="A1" t="inlineStr"><is><r><t>决</t></r><r><t>算</t></r><rPh><t>jue</t></rPh></is></c><c r="C1" t="str"><f>1</f><v>a_x000D_b</v></c></row>
                <row><c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c><c><v>3</v></c></row>"""));
        SourceText source = ((Reading.Text) reading).source();
        assertThat(source.text()).isEqualTo("表\n决算\t\ta b\nTRUE\t#DIV/0!\t3\n");
    }

    @Test
    void refusesWhatItCannotReadWhole() {
        assertThat(refusal(xlsx("<row><c><f>1+1</f></c></row>")).why()).contains("formulas without results");
        assertThat(refusal(xlsx("<row><c t=\"s\"><v>7</v></c></row>")).why()).contains("damaged");
        assertThat(refusal(xlsx("")).why()).isEqualTo("The workbook is empty.");
        StringBuilder wide = new StringBuilder();
        for (int row = 1; row <= 200; row++) {
            wide.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\"><v>1</v></c><c r=\"XFD");
            wide.append(row).append("\"><v>1</v></c></row>");
        }
        assertThat(refusal(xlsx(wide.toString())).why()).contains("200 rows and 16384 columns");
    }

    static void report(Workbook book) {
        var sheet = book.createSheet("支出表");
        sheet.createRow(1).createCell(1).setCellValue("2023年度部门支出表");
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 5));
        sheet.createRow(2).createCell(5).setCellValue("单位：万元");
        row(book, 4, "项目", "预算", "内部列", "决算", "完成率");
        Row basic = row(book, 5, "基本支出");
        number(book, basic.createCell(2), 1511.55, "#,##0.00");
        number(book, basic.createCell(4), 1458.34, "#,##0.00");
        Cell rate = basic.createCell(5);
        number(book, rate, 0.9648, "0.0%");
        row(book, 6, "底稿").setZeroHeight(true);
        Row sum = row(book, 7, "合计");
        Cell total = sum.createCell(2);
        total.setCellFormula("SUM(C6:C6)");
        number(book, total, 1511.55, "#,##0.00");
        row(book, 9, "注：四舍五入。");
        sheet.addMergedRegion(new CellRangeAddress(9, 9, 1, 5));
        sheet.setColumnHidden(3, true);
        book.createSheet("秘密").createRow(0).createCell(0).setCellValue("底稿");
        book.setSheetHidden(1, true);
        var staff = book.createSheet("人员");
        staff.createRow(0).createCell(0).setCellValue("姓名");
        staff.getRow(0).createCell(1).setCellValue("人数");
        staff.createRow(1).createCell(0).setCellValue("在编");
        staff.getRow(1).createCell(1).setCellValue(12);
        staff.getRow(1).createCell(9).setCellValue("  ");
    }

    private static void merged(Workbook book) {
        book.createSheet("指标表");
        row(book, 0, "指标", "2023年");
        row(book, 1, "", "预算", "决算");
        row(book, 2, "收入", "10", "11");
        book.getSheetAt(0).addMergedRegion(new CellRangeAddress(0, 1, 1, 1));
        book.getSheetAt(0).addMergedRegion(new CellRangeAddress(0, 0, 2, 3));
    }

    private static Row row(Workbook book, int number, String... words) {
        Row row = book.getSheetAt(0).createRow(number);
        for (int i = 0; i < words.length; i++) {
            row.createCell(i + 1).setCellValue(words[i]);
        }
        return row;
    }

    private static void number(Workbook book, Cell cell, double value, String pattern) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(pattern));
        cell.setCellStyle(style);
        cell.setCellValue(value);
    }

    private static String words(SourceText source, Table.Cell cell) {
        return source.text().substring(cell.start(), cell.end());
    }

    private static List<SourceText> bothWays(Consumer<Workbook> fill, Map<String, String> options) {
        return Stream.of(
                        file(new XSSFWorkbook(), XLSX, fill).with(options),
                        file(new HSSFWorkbook(), XLS, fill).with(options))
                .map(WorkbookTest::read)
                .map(it -> {
                    assertThat(it).isInstanceOf(Reading.Text.class);
                    return ((Reading.Text) it).source();
                })
                .toList();
    }

    static SourceFile file(Workbook book, String mediaType, Consumer<Workbook> fill) {
        try (book) {
            fill.accept(book);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return new SourceFile(Path.of("支出表"), mediaType, bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static SourceFile xlsx(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/workbook.xml", "<workbook><sheets><sheet name=\"表\" id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return new SourceFile(Path.of("表.xlsx"), XLSX, Word.zip(parts));
    }

    private static Reading.Refused refusal(SourceFile file) {
        Reading reading = read(file);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return (Reading.Refused) reading;
    }

    private static Reading read(SourceFile file) {
        try {
            return file.mediaType().equals(XLS) ? new XlsImporter().read(file) : new XlsxImporter().read(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
