package gewu.kernel.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import gewu.api.WorkbenchException;
import gewu.api.intake.TextDecoder;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A CSV file as the spreadsheet programs of the office write and read it: UTF-8 with a byte order mark on our way out;
/// any usual encoding and separator on the way back.
///
/// @param lines the first is the head
public record OfficeSheet(List<Line> lines) {
    private static final String FORMULA = "=+-@";
    private static final long MOST_BYTES = 64_000_000;

    /// Digits that a spreadsheet would take for a number, and write back as another text.
    private static final String LIKE_A_NUMBER = "\\d+(e\\d+)?|\\d{4}-\\d\\d(-\\d\\d)?";

    public OfficeSheet {
        lines = List.copyOf(lines);
    }

    /// @param number of the line in the file, from 1
    public record Line(long number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    public static void write(Path to, List<List<String>> lines) throws IOException {
        try (Writer out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
            out.write('\ufeff');
            try (CsvWriter csv = CsvWriter.builder().build(out)) {
                lines.forEach(line ->
                        csv.writeRecord(line.stream().map(OfficeSheet::harmless).toList()));
            }
        }
    }

    /// A text that must come back as it is, although it looks like a number or a date.
    static String kept(String text) {
        return text.matches(LIKE_A_NUMBER) ? "\t" + text : text;
    }

    /// What begins like a formula stays a text.
    private static String harmless(String words) {
        boolean isTextAlready = words.startsWith("\t") && words.substring(1).matches(LIKE_A_NUMBER);
        boolean isDangerous = !words.isEmpty() && (FORMULA + "\t\r").indexOf(words.charAt(0)) >= 0;
        return isDangerous && !isTextAlready ? "'" + words : words;
    }

    /// Reads what came back from a spreadsheet.
    ///
    /// @throws WorkbenchException if it is no such file
    static OfficeSheet read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw usage(file + " has more than " + MOST_BYTES / 1_000_000 + " MB.", "Part it into several files.");
            }
            return switch (new TextDecoder().decode(Files.readAllBytes(file))) {
                case TextDecoder.Decoded.Words(String text) -> parsed(text);
                case TextDecoder.Decoded.NoText(String why, String _) ->
                    throw usage(file + " is no CSV file: " + why, "Save the table as CSV in the spreadsheet program.");
            };
        } catch (IOException unreadable) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    file + " can't be read: " + unreadable.getMessage() + ".",
                    "Check the path, or close the program that has it open.",
                    unreadable);
        } catch (CsvParseException broken) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    file + " can't be read as CSV: " + broken.getMessage() + ".",
                    "Save the table as CSV in the spreadsheet program.",
                    broken);
        }
    }

    private static OfficeSheet parsed(String text) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().fieldSeparator(separator(text)).ofCsvRecord(text)) {
            for (CsvRecord line : csv) {
                lines.add(new Line(
                        line.getStartingLineNumber(),
                        line.getFields().stream().map(OfficeSheet::plain).toList()));
            }
        }
        return new OfficeSheet(lines);
    }

    /// The head tells: its words hold none of these.
    private static char separator(String text) {
        String head = text.lines().findFirst().orElse("");
        char separator = ',';
        for (char c : new char[] {';', '\t'}) {
            if (count(head, c) > count(head, separator)) {
                separator = c;
            }
        }
        return separator;
    }

    private static long count(String words, char c) {
        return words.chars().filter(it -> it == c).count();
    }

    private static String plain(String cell) {
        boolean isQuoted = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0;
        return (isQuoted ? cell.substring(1) : cell).strip();
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
