package gewu.ledger.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Copies a workbook that [SheetWriter] wrote so that the same rows have the same bytes whenever it was
/// written: it says that it was made on a given day, and what the writer keeps in no order gets one.
public final class DatedWorkbook {
    private static final Pattern MADE = Pattern.compile("(<dcterms:created[^>]*>)[^<]*");
    private static final Pattern MERGED = Pattern.compile("(?:<mergeCell ref=\"[^\"]*\"/>)+");
    private static final byte[] ROWS_END = "</sheetData>".getBytes(StandardCharsets.UTF_8);

    private DatedWorkbook() {}

    /// @param out stays open
    public static void copy(Path book, LocalDate day, OutputStream out) throws IOException {
        ZipOutputStream to = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (ZipFile from = new ZipFile(book.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry part : Collections.list(from.entries())) {
                to.putNextEntry(DocumentWriter.entry(part.getName()));
                try (InputStream content = from.getInputStream(part)) {
                    if (part.getName().equals("docProps/core.xml")) {
                        String core = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                        write(MADE.matcher(core).replaceAll("$1" + day + "T00:00:00Z"), to);
                    } else if (part.getName().startsWith("xl/worksheets/")) {
                        sheet(content.readAllBytes(), to);
                    } else {
                        content.transferTo(to);
                    }
                }
                to.closeEntry();
            }
        }
        to.finish();
    }

    /// Merged cells stand behind the rows.
    private static void sheet(byte[] sheet, OutputStream to) throws IOException {
        int end = sheet.length;
        while (end > 0
                && !Arrays.equals(sheet, end - Math.min(end, ROWS_END.length), end, ROWS_END, 0, ROWS_END.length)) {
            end--;
        }
        to.write(sheet, 0, end);
        String rest = new String(sheet, end, sheet.length - end, StandardCharsets.UTF_8);
        write(MERGED.matcher(rest).replaceAll(DatedWorkbook::inOrder), to);
    }

    private static String inOrder(java.util.regex.MatchResult cells) {
        return Matcher.quoteReplacement(
                Pattern.compile("(?=<)").splitAsStream(cells.group()).sorted().collect(Collectors.joining()));
    }

    private static void write(String words, OutputStream to) throws IOException {
        to.write(words.getBytes(StandardCharsets.UTF_8));
    }
}
