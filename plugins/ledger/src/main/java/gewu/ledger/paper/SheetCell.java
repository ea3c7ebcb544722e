package gewu.ledger.paper;

/// What somebody wrote into a cell.
///
/// @param text     stripped, lines parted by `\n`; a number in plain digits, a cell that shows a day as `2026-05-01`
/// @param isNumber whether it is a number in the file and no day
public record SheetCell(String text, boolean isNumber) {
    public static final SheetCell BLANK = new SheetCell("", false);

    public boolean isBlank() {
        return text.isEmpty();
    }
}
