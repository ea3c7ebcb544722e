package gewu.ledger.paper;

import gewu.api.intake.flow.LimitedStream;
import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Reads the cells of a workbook (.xlsx) row by row, whichever program wrote it: words shared or in place, days as
/// numbers. Formulas are never worked out: what counts is the result that the file holds. For one thread.
public final class SheetReader implements AutoCloseable {
    private static final long MAX_PART = 800_000_000;
    private static final int MAX_RATIO = 300;
    private static final long HARMLESS = 1_000_000;
    private static final long MAX_SHARED = 80_000_000;
    /// What a short text takes in memory beside its characters.
    private static final int OF_A_TEXT = 24;
    /// More than any office program puts into a cell.
    private static final int MAX_CELL = 200_000;
    private static final int MAX_COLUMNS = 1_000;
    private static final int DIGITS = 15;
    private static final String SAVE_AGAIN = "Open it in Excel or WPS, save it again as .xlsx, then take that copy.";
    // _x000D_ stands for a character that XML can't hold
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    // what is quoted, in brackets or escaped in a pattern says nothing of what it shows
    private static final Pattern NO_PATTERN = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final double LAST_DAY = 2_958_465;

    private final ZipFile zip;
    private final Map<String, String> sheets = new java.util.LinkedHashMap<>();
    private final List<String> shared = new ArrayList<>();
    private final List<Boolean> showsDay = new ArrayList<>();
    private final List<Boolean> showsPercent = new ArrayList<>();
    private boolean is1904;
    private final StringBuilder value = new StringBuilder();

    /// What takes a row.
    @FunctionalInterface
    public interface Rows {
        /// @param number as the program shows it, from 1
        /// @param cells  by column, from 0; those that hold something
        /// @return whether more rows are wanted
        boolean take(int number, Map<Integer, SheetCell> cells);
    }

    private SheetReader(ZipFile zip) {
        this.zip = zip;
    }

    /// @throws Unreadable if it is no such workbook, or a damaged one
    public static SheetReader open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (NoSuchFileException | java.io.FileNotFoundException absent) {
            throw new Unreadable("There is no file " + file + ".", "Look whether its name is right.", absent);
        } catch (ZipException noArchive) {
            throw new Unreadable(file + " is no workbook (.xlsx).", SAVE_AGAIN, noArchive);
        }
        SheetReader reader = new SheetReader(zip);
        try {
            reader.look(file);
        } catch (IOException | RuntimeException broken) {
            zip.close();
            throw broken;
        }
        return reader;
    }

    /// The names of its sheets, in order.
    public List<String> sheets() {
        return List.copyOf(sheets.keySet());
    }

    /// Goes through the rows of a sheet from the top, as far as they are wanted.
    public void each(String sheet, Rows rows) throws IOException {
        String part = sheets.getOrDefault(sheet, sheet);
        MergedCells merged = MergedCells.of(() -> content(part));
        try (Xml xml = part(part)) {
            xml.root();
            while (xml.child(1)) {
                if (xml.name().equals("sheetData")) {
                    rows(xml, merged, rows);
                    return;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void look(Path file) throws IOException {
        String main = relations("").stream()
                .filter(it -> it.type().endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElse("xl/workbook.xml");
        if (zip.getEntry(main) == null || main.endsWith(".bin")) {
            throw new Unreadable(file + " is no workbook (.xlsx).", SAVE_AGAIN);
        }
        List<Relation> relations = relations(main);
        try (Xml xml = part(main)) {
            xml.root();
            while (xml.child(1)) {
                if (xml.name().equals("workbookPr")) {
                    is1904 = isTrue(xml.attribute("date1904"));
                } else if (xml.name().equals("sheets")) {
                    while (xml.child(2)) {
                        String id = xml.relation();
                        String name = xml.attribute("name");
                        relations.stream()
                                .filter(it -> it.id().equals(id) && it.type().endsWith("/worksheet"))
                                .findFirst()
                                .ifPresent(it -> sheets.put(name, it.target()));
                    }
                }
            }
        }
        for (Relation it : relations) {
            if (it.type().endsWith("/sharedStrings") && zip.getEntry(it.target()) != null) {
                shared(it.target());
            } else if (it.type().endsWith("/styles") && zip.getEntry(it.target()) != null) {
                styles(it.target());
            }
        }
    }

    private void shared(String part) throws IOException {
        long characters = 0;
        try (Xml xml = part(part)) {
            xml.root();
            while (xml.child(1)) {
                value.setLength(0);
                rich(xml, value);
                characters += value.length() + OF_A_TEXT;
                if (characters > MAX_SHARED) {
                    throw new Unreadable(
                            "The workbook holds more words than can be read at once.", "Split it and take its parts.");
                }
                shared.add(value.toString());
            }
        }
    }

    private void styles(String part) throws IOException {
        Map<Integer, String> own = new HashMap<>();
        try (Xml xml = part(part)) {
            xml.root();
            while (xml.child(1)) {
                if (xml.name().equals("numFmts")) {
                    while (xml.child(2)) {
                        own.put(xml.number("numFmtId", -1), xml.attribute("formatCode"));
                    }
                } else if (xml.name().equals("cellXfs")) {
                    while (xml.child(2)) {
                        int format = xml.number("numFmtId", 0);
                        String pattern = own.get(format);
                        showsDay.add(pattern == null ? isDay(format) : isDay(pattern));
                        showsPercent.add(pattern == null ? format == 9 || format == 10 : isPercent(pattern));
                    }
                }
            }
        }
    }

    /// Whether one of the formats that files name by number only shows a day.
    private static boolean isDay(int format) {
        return (format >= 14 && format <= 17)
                || format == 22
                || (format >= 27 && format <= 31)
                || format == 36
                || (format >= 50 && format <= 54)
                || format == 57
                || format == 58;
    }

    private static boolean isPercent(String pattern) {
        return NO_PATTERN.matcher(pattern).replaceAll("").contains("%");
    }

    private static boolean isDay(String pattern) {
        String bare = NO_PATTERN.matcher(pattern).replaceAll("").toLowerCase(Locale.ROOT);
        return !bare.contains("general") && (bare.contains("y") || bare.contains("d"));
    }

    private void rows(Xml xml, MergedCells merged, Rows rows) throws IOException {
        int depth = xml.depth();
        int row = 0;
        while (xml.child(depth)) {
            row = xml.number("r", row + 1);
            Map<Integer, SheetCell> cells = new TreeMap<>();
            int column = -1;
            while (xml.child(depth + 1)) {
                String place = xml.attribute("r");
                column = place.isEmpty() ? column + 1 : column(place);
                SheetCell cell = cell(xml);
                if (!cell.isBlank() && column >= 0 && column < MAX_COLUMNS) {
                    cells.put(column, cell);
                }
            }
            merged.complete(row, cells);
            if (!rows.take(row, cells)) {
                return;
            }
        }
    }

    private SheetCell cell(Xml xml) throws IOException {
        int depth = xml.depth();
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        boolean isFormula = false;
        boolean isInline = false;
        value.setLength(0);
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "v" -> {
                    // Some programs leave an old value beside words that stand in the cell itself, or the other way
                    // round.
                    if (!isInline) {
                        words(xml, value);
                    }
                }
                case "is" -> {
                    if (type.equals("inlineStr")) {
                        value.setLength(0);
                        rich(xml, value);
                        isInline = true;
                    }
                }
                case "f" -> isFormula = true;
                default -> {}
            }
        }
        if (value.isEmpty()) {
            return isFormula && !type.equals("str") ? SheetCell.UNKNOWN : SheetCell.BLANK;
        }
        return switch (type) {
            case "s" -> words(string(value.toString().strip()));
            case "str", "inlineStr", "e" -> words(value.toString());
            case "b" -> words(value.toString().strip().equals("1") ? "TRUE" : "FALSE");
            case "d" -> words(value.toString().split("T", 2)[0]);
            default -> number(value.toString().strip(), style);
        };
    }

    private static SheetCell words(String written) {
        String words = written.contains("_x")
                ? ESCAPED.matcher(written).replaceAll(it -> {
                    char c = (char) Integer.parseInt(it.group(1), 16);
                    return c == '\\' || c == '$' ? "\\" + c : String.valueOf(c);
                })
                : written;
        return new SheetCell(words.replace("\r\n", "\n").replace('\r', '\n').strip(), false);
    }

    private SheetCell number(String written, int style) {
        BigDecimal number;
        try {
            number = new BigDecimal(written);
        } catch (NumberFormatException noNumber) {
            return words(written);
        }
        if (Math.abs((long) number.precision() - number.scale()) > 300) {
            return words(written);
        }
        boolean isDay = style >= 0 && style < showsDay.size() && showsDay.get(style);
        if (isDay && number.signum() > 0 && number.doubleValue() <= LAST_DAY) {
            return new SheetCell(day(number.longValue(), is1904).toString(), false);
        }
        // files hold 12.3 as 12.300000000000001
        BigDecimal shown = number.round(new MathContext(DIGITS)).stripTrailingZeros();
        // who types 60% gets 0.6, shown as 60%
        return style >= 0 && style < showsPercent.size() && showsPercent.get(style)
                ? new SheetCell(shown.movePointRight(2).stripTrailingZeros().toPlainString() + "%", false)
                : new SheetCell(shown.toPlainString(), true, is1904);
    }

    /// The day that a spreadsheet counts so.
    public static LocalDate day(long count, boolean from1904) {
        return (from1904 ? FROM_1904 : FROM_1900).plusDays(count);
    }

    private String string(String place) throws Unreadable {
        try {
            return shared.get(Integer.parseInt(place));
        } catch (NumberFormatException | IndexOutOfBoundsException broken) {
            throw new Unreadable(
                    "The file is damaged: a cell refers to the text " + place + ", which is not there.",
                    SAVE_AGAIN,
                    broken);
        }
    }

    /// The words of a string of several looks, without the hints at how to pronounce them.
    private static void rich(Xml xml, StringBuilder into) throws IOException {
        int depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "t" -> words(xml, into);
                case "r" -> rich(xml, into);
                default -> {}
            }
        }
    }

    /// Adds the words of the element just begun; more of them than a cell can have are no words.
    private static void words(Xml xml, StringBuilder into) throws IOException {
        int depth = xml.depth();
        while (xml.part(depth)) {
            if (xml.isAtWords()) {
                into.append(xml.words());
            }
            if (into.length() > MAX_CELL) {
                throw new Unreadable("A cell of the workbook holds more than " + MAX_CELL + " characters.", SAVE_AGAIN);
            }
        }
    }

    private record Relation(String id, String type, String target) {}

    private List<Relation> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String name = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        List<Relation> relations = new ArrayList<>();
        if (zip.getEntry(name) == null) {
            return relations;
        }
        try (Xml xml = part(name)) {
            xml.root();
            while (xml.child(1)) {
                if (!xml.attribute("TargetMode").equals("External")) {
                    relations.add(new Relation(
                            xml.attribute("Id"), xml.attribute("Type"), resolve(folder, xml.attribute("Target"))));
                }
            }
        }
        return relations;
    }

    private Xml part(String name) throws IOException {
        return new Xml(content(name), name);
    }

    private InputStream content(String name) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(name))
                .orElseThrow(() -> new Unreadable("The file is damaged: it has no part " + name + ".", SAVE_AGAIN));
        long most = Math.min(MAX_PART, Math.max(HARMLESS, Math.max(0, entry.getCompressedSize()) * MAX_RATIO));
        return new TaggedStream(new LimitedStream(zip.getInputStream(entry), name, most), name);
    }

    /// `../media/a.xml` seen from `word/` is `media/a.xml`.
    private static String resolve(String folder, String target) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && i < 4; i++) {
            char c = place.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    private static boolean isTrue(String value) {
        return value.equals("1") || value.equals("true");
    }
}
