package gewu.ledger.paper;

import java.util.List;

/// How a sheet looks: a title across, a line beneath it, heads of two storeys, columns, paper.
///
/// @param name    of the sheet, as the workbook lists it
/// @param beneath the line under the title, such as the day
/// @param kept    how many columns stay in sight when somebody scrolls to the right
public record SheetLayout(String name, String title, String beneath, List<Column> columns, int kept, Paper paper) {
    public SheetLayout {
        columns = List.copyOf(columns);
    }

    /// What it is printed on; the table is made as wide as the page.
    public enum Paper {
        A3_ACROSS,
        A4_ACROSS,
        A4_UPRIGHT
    }

    /// A column.
    ///
    /// @param group   the head above it that it shares with its neighbours; empty for none
    /// @param width   in characters of the usual letter, of which a Chinese one takes two
    /// @param choices what may be chosen there; empty for anything
    public record Column(String group, String head, int width, Kind kind, List<String> choices, boolean isHidden) {
        public Column {
            choices = List.copyOf(choices);
        }
    }

    /// What stands in a column: a [String] (the first two), a [java.time.LocalDate], a [java.math.BigDecimal], a
    /// [Long]; empty text
    /// for nothing.
    public enum Kind {
        WORDS,
        /// A short word or two in the middle of the cell, such as a state, a unit, a person.
        TERM,
        DATE,
        AMOUNT,
        WHOLE,
        /// A [Long], shown as a percentage, so that who types 60 or 60% gets the same.
        PERCENT
    }
}
