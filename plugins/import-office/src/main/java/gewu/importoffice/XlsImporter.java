package gewu.importoffice;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Unreadable;
import java.io.IOException;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;

/// Reads old Excel workbooks (.xls, .et), with the results of formulas that the file holds.
final class XlsImporter implements ReportImporter {
    @Override
    public Reading read(SourceFile file) {
        return OldFile.read(file, ".xlsx", root -> read(root, file));
    }

    static Reading read(DirectoryNode root, SourceFile file) throws IOException {
        Sheets sheets = new Sheets(file);
        try (HSSFWorkbook workbook = new HSSFWorkbook(root, false)) {
            Shown shown = new Shown(workbook.getInternalWorkbook().isUsing1904DateWindowing());
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                boolean isHidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
                if (sheets.takes(isHidden)) {
                    sheets.add(sheet(workbook.getSheetName(i), workbook.getSheetAt(i), shown, sheets.keepsHidden()));
                }
            }
        }
        return sheets.reading();
    }

    private static Sheet sheet(String name, HSSFSheet from, Shown shown, boolean keepsHidden) throws Unreadable {
        Sheet sheet = new Sheet(name);
        int last = 0;
        for (Row row : from) {
            if (row.getZeroHeight() && !keepsHidden) {
                sheet.hideRow(row.getRowNum());
            }
            for (Cell cell : row) {
                last = Math.max(last, cell.getColumnIndex());
                sheet.add(cell.getRowIndex(), cell.getColumnIndex(), text(cell, shown));
            }
        }
        for (int column = 0; column <= last && !keepsHidden; column++) {
            if (from.isColumnHidden(column)) {
                sheet.hideColumns(column, column);
            }
        }
        for (CellRangeAddress its : from.getMergedRegions()) {
            sheet.merge(
                    new Sheet.Merged(its.getFirstRow(), its.getFirstColumn(), its.getLastRow(), its.getLastColumn()));
        }
        return sheet;
    }

    private static String text(Cell cell, Shown shown) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> shown.number(cell.getNumericCellValue(), pattern(cell));
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR ->
                FormulaError.isValidCode(cell.getErrorCellValue())
                        ? FormulaError.forInt(cell.getErrorCellValue()).getString()
                        : "";
            case BLANK, FORMULA, _NONE -> "";
        };
    }

    private static String pattern(Cell cell) {
        short number = cell.getCellStyle().getDataFormat();
        String chinese = Shown.builtin(number);
        String own = cell.getCellStyle().getDataFormatString();
        return own == null || number < 59 && !chinese.equals("General") ? chinese : own;
    }
}
