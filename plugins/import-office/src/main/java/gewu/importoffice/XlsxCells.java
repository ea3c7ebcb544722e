package gewu.importoffice;

import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the cells of one sheet after another from their XML. For one thread.
final class XlsxCells {
    // _x000D_ stands for a character that XML can't hold
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> strings;
    private final List<String> patterns;
    private final Shown shown;
    private final Sheets sheets;
    private final StringBuilder value = new StringBuilder();

    /// @param strings  that cells refer to by their place
    /// @param patterns by cell style
    XlsxCells(List<String> strings, List<String> patterns, Shown shown, Sheets sheets) {
        this.strings = strings;
        this.patterns = patterns;
        this.shown = shown;
        this.sheets = sheets;
    }

    Sheet sheet(String name, Xml xml) throws IOException {
        Sheet sheet = new Sheet(name);
        xml.root();
        while (xml.child(1)) {
            switch (xml.name()) {
                case "cols" -> {
                    while (xml.child(2)) {
                        if (isHidden(xml) || xml.attribute("width").equals("0")) {
                            hide(sheet, xml);
                        }
                    }
                }
                case "sheetData" -> rows(sheet, xml);
                case "mergeCells" -> {
                    while (xml.child(2)) {
                        merge(sheet, xml.attribute("ref"));
                    }
                }
                default -> {}
            }
        }
        return sheet;
    }

    /// The words of a string of several looks, without the hints at how to pronounce them.
    static void rich(Xml xml, StringBuilder into) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "t" -> xml.words(into);
                case "r" -> rich(xml, into);
                default -> {}
            }
        }
    }

    static String unescaped(String words) {
        return words.contains("_x")
                ? ESCAPED.matcher(words).replaceAll(it -> {
                    char c = (char) Integer.parseInt(it.group(1), 16);
                    return c == '\\' || c == '$' ? "\\" + c : String.valueOf(c);
                })
                : words;
    }

    private void hide(Sheet sheet, Xml xml) {
        if (!sheets.keepsHidden()) {
            sheet.hideColumns(xml.number("min", 0) - 1, xml.number("max", 0) - 1);
        }
    }

    private void rows(Sheet sheet, Xml xml) throws IOException {
        int depth = xml.depth();
        int row = -1;
        while (xml.child(depth)) {
            row = xml.number("r", row + 2) - 1;
            if (isHidden(xml) && !sheets.keepsHidden()) {
                sheet.hideRow(Math.max(0, row));
            }
            int column = -1;
            while (xml.child(depth + 1)) {
                String place = xml.attribute("r");
                column = place.isEmpty() ? column + 1 : column(place);
                cell(sheet, row, column, xml);
            }
        }
    }

    private void cell(Sheet sheet, int row, int column, Xml xml) throws IOException {
        int depth = xml.depth();
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        boolean isFormula = false;
        boolean hasResult = false;
        value.setLength(0);
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "f" -> isFormula = true;
                case "v" -> {
                    hasResult = true;
                    xml.words(value);
                }
                case "is" -> rich(xml, value);
                default -> {}
            }
        }
        if (isFormula && !hasResult) {
            sheets.missResult();
        }
        if (!value.isEmpty()) {
            sheet.add(row, column, shown(type, style));
        }
    }

    private CharSequence shown(String type, int style) throws Unreadable {
        return switch (type) {
            case "s" -> string(value.toString().strip());
            case "b" -> value.toString().strip().equals("1") ? "TRUE" : "FALSE";
            case "str", "inlineStr" -> unescaped(value.toString());
            case "e", "d" -> value;
            default -> number(value.toString().strip(), style);
        };
    }

    private String string(String place) throws Unreadable {
        try {
            return strings.get(Integer.parseInt(place));
        } catch (NumberFormatException | IndexOutOfBoundsException broken) {
            throw new Unreadable(
                    "The file is damaged: a cell refers to the text " + place + ", which is not there.",
                    "Open it in Excel or WPS, save it again, then import that copy.",
                    broken);
        }
    }

    private String number(String words, int style) {
        double number;
        try {
            number = Double.parseDouble(words);
        } catch (NumberFormatException noNumber) {
            return words;
        }
        return shown.number(number, style >= 0 && style < patterns.size() ? patterns.get(style) : "General");
    }

    private static boolean isHidden(Xml xml) {
        String hidden = xml.attribute("hidden");
        return hidden.equals("1") || hidden.equals("true");
    }

    /// A1:C2
    private static void merge(Sheet sheet, String range) throws Unreadable {
        int colon = range.indexOf(':');
        if (colon > 0) {
            String first = range.substring(0, colon);
            String last = range.substring(colon + 1);
            sheet.merge(new Sheet.Merged(row(first), column(first), row(last), column(last)));
        }
    }

    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && i < 4; i++) {
            char c = place.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                column = column * 26 + c - 'A' + 1;
            } else if (c != '$') {
                break;
            }
        }
        return column - 1;
    }

    private static int row(String place) {
        int row = 0;
        for (int i = 0; i < place.length(); i++) {
            char c = place.charAt(i);
            if (c >= '0' && c <= '9' && row < 10_000_000) {
                row = row * 10 + c - '0';
            }
        }
        return row - 1;
    }
}
