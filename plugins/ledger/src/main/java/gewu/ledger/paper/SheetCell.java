package gewu.ledger.paper;

import java.util.regex.Pattern;

/// What somebody wrote into a cell.
///
/// @param text     stripped, lines parted by `\n`; a number in plain digits, a cell that shows a day as `2026-05-01`
/// @param isNumber whether it is a number in the file and no day
/// @param is1904   whether the file counts days from 1904, should the number mean one
public record SheetCell(String text, boolean isNumber, boolean is1904) {
    public static final SheetCell BLANK = new SheetCell("", false);

    /// What stands for a formula that no program has worked out.
    static final SheetCell UNKNOWN = new SheetCell("#未计算", false);

    private static final Pattern ERROR =
            Pattern.compile("#(?:REF!|N/A|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|未计算)|Err:\\d{3}");

    public SheetCell(String text, boolean isNumber) {
        this(text, isNumber, false);
    }

    public boolean isBlank() {
        return text.isEmpty();
    }

    /// Whether it shows that a formula failed.
    public boolean isError() {
        return (text.startsWith("#") || text.startsWith("Err"))
                && ERROR.matcher(text).matches();
    }
}
