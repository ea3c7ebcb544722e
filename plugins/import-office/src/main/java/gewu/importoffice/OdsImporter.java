package gewu.importoffice;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;

/// Reads OpenDocument workbooks (.ods). See the README for what is text and what is not.
final class OdsImporter implements ReportImporter {
    private static final int MAX_ROWS = 1_048_576;

    @Override
    public Reading read(SourceFile file) throws IOException {
        Sheets sheets = new Sheets(file);
        try (Parts parts = OdfStyles.open(file)) {
            read(parts, sheets);
        } catch (Unreadable reason) {
            return reason.refused();
        }
        return sheets.reading();
    }

    private static void read(Parts parts, Sheets sheets) throws IOException {
        OdfStyles styles = new OdfStyles();
        styles.readCommon(parts);
        try (Xml xml = parts.part("content.xml")) {
            xml.root();
            while (xml.child(1)) {
                if (xml.name().equals("automatic-styles")) {
                    styles.define(xml);
                } else if (xml.name().equals("body")) {
                    while (xml.descendant(2)) {
                        if (xml.name().equals("table")) {
                            sheet(xml, styles, sheets);
                        }
                    }
                }
            }
        }
    }

    private static void sheet(Xml xml, OdfStyles styles, Sheets sheets) throws IOException {
        Sheet sheet = new Sheet(xml.attribute("name"));
        boolean isTaken = sheets.takes(styles.hides("table", xml.attribute("style-name")));
        Place place = new Place(styles, sheet, sheets.keepsHidden());
        place.rows(xml);
        if (isTaken) {
            for (int i = 0; i < place.formulasWithoutResult; i++) {
                sheets.missResult();
            }
            sheets.add(sheet);
        }
    }

    /// Where the reading of a sheet has come to.
    private static final class Place {
        private final OdfStyles styles;
        private final Sheet sheet;
        private final boolean keepsHidden;
        private int row;
        private int column;
        private int formulasWithoutResult;

        Place(OdfStyles styles, Sheet sheet, boolean keepsHidden) {
            this.styles = styles;
            this.sheet = sheet;
            this.keepsHidden = keepsHidden;
        }

        void rows(Xml xml) throws IOException {
            int depth = xml.depth();
            while (xml.child(depth)) {
                switch (xml.name()) {
                    case "table-column" -> column(xml);
                    case "table-row" -> row(xml);
                    case "table-columns",
                            "table-header-columns",
                            "table-column-group",
                            "table-rows",
                            "table-header-rows",
                            "table-row-group" -> rows(xml);
                    default -> {}
                }
            }
        }

        private void column(Xml xml) {
            int repeated = Math.clamp(xml.number("number-columns-repeated", 1), 1, Sheet.MAX_COLUMNS);
            if (isHidden(xml)) {
                sheet.hideColumns(column, column + repeated - 1);
            }
            column += repeated;
        }

        private boolean isHidden(Xml xml) {
            String visibility = xml.attribute("visibility");
            return !keepsHidden && (visibility.equals("collapse") || visibility.equals("filter"));
        }

        private void row(Xml xml) throws IOException {
            int repeated = Math.clamp(xml.number("number-rows-repeated", 1), 1, MAX_ROWS);
            boolean isHidden = isHidden(xml);
            int at = 0;
            int depth = xml.depth();
            boolean isEmpty = true;
            while (xml.child(depth)) {
                int across = Math.clamp(xml.number("number-columns-repeated", 1), 1, Sheet.MAX_COLUMNS);
                if (xml.name().equals("table-cell")) {
                    int spanned = xml.number("number-columns-spanned", 1);
                    int deep = xml.number("number-rows-spanned", 1);
                    if (spanned > 1 || deep > 1) {
                        sheet.merge(
                                new Sheet.Merged(row, at, row + Math.max(1, deep) - 1, at + Math.max(1, spanned) - 1));
                    }
                    String shown = shown(xml);
                    if (!shown.isBlank()) {
                        isEmpty = false;
                        fill(shown, at, across, repeated);
                    }
                }
                at = Math.min(at + across, Sheet.MAX_COLUMNS);
            }
            for (int i = 0; i < repeated && isHidden && !isEmpty; i++) {
                sheet.hideRow(row + i);
            }
            row = Math.min(row + repeated, MAX_ROWS);
        }

        private void fill(String shown, int at, int across, int down) throws Unreadable {
            for (int i = 0; i < down; i++) {
                for (int j = 0; j < across; j++) {
                    sheet.add(row + i, at + j, shown);
                }
            }
        }

        /// The paragraphs of a cell, one a line; its value where a program left them out.
        private String shown(Xml xml) throws IOException {
            String value = value(xml);
            boolean isFormula = xml.hasAttribute("formula");
            boolean hasResult = xml.hasAttribute("value-type");
            Flow words = new Flow();
            new OdtBody(styles, words, false).read(xml);
            if (words.hasWords()) {
                return words.reading().source().text().strip();
            }
            formulasWithoutResult += isFormula && !hasResult ? 1 : 0;
            return value;
        }

        private static String value(Xml xml) {
            return switch (xml.attribute("value-type")) {
                case "float", "currency" -> xml.attribute("value");
                case "percentage" -> percentage(xml.attribute("value"));
                case "date" -> xml.attribute("date-value");
                case "time" -> xml.attribute("time-value");
                case "boolean" -> xml.attribute("boolean-value").toUpperCase(Locale.ROOT);
                case "string" -> xml.attribute("string-value");
                default -> "";
            };
        }

        private static String percentage(String share) {
            try {
                return new BigDecimal(share)
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString() + "%";
            } catch (NumberFormatException noNumber) {
                return share;
            }
        }
    }
}
