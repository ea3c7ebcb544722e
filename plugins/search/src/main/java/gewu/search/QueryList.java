package gewu.search;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import gewu.api.WorkbenchException;
import gewu.api.intake.TextDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads questions from a file: a text with one a line, or a CSV file in which they stand in the column with
/// a head such as 检索式, or else in the first one.
final class QueryList {
    private static final Set<String> HEADS = Set.of("query", "检索式", "检索词", "关键词", "词", "words");
    private static final int MOST_BYTES = 16_000_000;
    private static final int MOST = 100_000;

    private QueryList() {}

    /// @param number of the line in the file, from 1
    record Line(long number, String words) {}

    /// @param file a path, or `-` for standard input
    /// @throws WorkbenchException if it can't be read or holds no question
    static List<Line> read(String file) {
        String text = text(file);
        List<Line> lines = file.toLowerCase(Locale.ROOT).endsWith(".csv") ? ofTable(text, file) : ofText(text);
        if (lines.isEmpty()) {
            throw usage(file + " holds no questions.", "Write one a line, such as 三公经费.");
        }
        if (lines.size() > MOST) {
            throw usage(file + " holds " + lines.size() + " questions.", "At most " + MOST + " are asked at a time.");
        }
        return lines;
    }

    private static String text(String file) {
        try {
            byte[] bytes = file.equals("-") ? standardInput() : bytes(Path.of(file));
            return switch (new TextDecoder().decode(bytes)) {
                case TextDecoder.Decoded.Words(String words) -> words;
                case TextDecoder.Decoded.NoText(String why, String _) ->
                    throw usage(file + " is no text: " + why, "Save the list as text or CSV.");
            };
        } catch (IOException unreadable) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    file + " can't be read: " + unreadable.getMessage() + ".",
                    "Check the path.",
                    unreadable);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw usage(file + " has more than " + MOST_BYTES / 1_000_000 + " MB.", "Part it into several files.");
        }
        return Files.readAllBytes(file);
    }

    /// The stream belongs to the process and stays open.
    private static byte[] standardInput() throws IOException {
        InputStream in = System.in;
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw usage("Standard input has more than " + MOST_BYTES / 1_000_000 + " MB.", "Part it.");
        }
        return bytes;
    }

    /// The questions of a text, one a line; none where it holds none.
    static List<Line> ofText(String text) {
        List<Line> lines = new ArrayList<>();
        long number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                lines.add(new Line(number, line.strip()));
            }
        }
        return lines;
    }

    private static List<Line> ofTable(String text, String file) {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            int column = 0;
            boolean isFirst = true;
            for (CsvRecord record : csv) {
                int head = isFirst ? head(record.getFields()) : -1;
                if (head >= 0) {
                    column = head;
                } else if (column < record.getFieldCount()
                        && !record.getField(column).isBlank()) {
                    lines.add(new Line(
                            record.getStartingLineNumber(),
                            record.getField(column).strip()));
                }
                isFirst = false;
            }
            return lines;
        } catch (CsvParseException | IOException broken) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    file + " can't be read as CSV: " + broken.getMessage() + ".",
                    "Save the table as CSV in the spreadsheet program, or the questions as text, one a line.",
                    broken);
        }
    }

    private static int head(List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (HEADS.contains(fields.get(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
