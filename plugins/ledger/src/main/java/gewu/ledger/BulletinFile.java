package gewu.ledger;

import gewu.ledger.paper.DatedWorkbook;
import gewu.ledger.paper.DocumentWriter;
import gewu.ledger.paper.DocumentWriter.Place;
import gewu.ledger.paper.SheetLayout;
import gewu.ledger.paper.SheetWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a bulletin as a workbook, as a document in Word or as Markdown; the file's ending says which.
/// The same bulletin makes the same bytes, whenever it is written.
final class BulletinFile {
    private static final String SIGNS = "\\`*_{}[]<>#|~&!";

    /// What a day needs beside the other columns of a table in Word.
    private static final int DAY = 17;

    private BulletinFile() {}

    /// Writes the file; it appears, or takes another's place, when all of it is written.
    static void write(Bulletin bulletin, Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".md")) {
            WholeFile.write(file, out -> out.write(markdown(bulletin).getBytes(StandardCharsets.UTF_8)));
        } else if (name.endsWith(".xlsx")) {
            WholeFile.write(file, out -> workbook(bulletin, file, out));
        } else if (name.endsWith(".docx")) {
            WholeFile.write(file, out -> document(bulletin, out));
        } else {
            throw Fault.usage(file + " is neither .xlsx, .docx nor .md.", "Give the file one of these endings.");
        }
    }

    private static void workbook(Bulletin bulletin, Path file, OutputStream out) throws IOException {
        Path book = WholeFile.beside(file);
        try {
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(book))) {
                workbook(bulletin, to);
            }
            DatedWorkbook.copy(book, bulletin.day(), out);
        } finally {
            Files.deleteIfExists(book);
        }
    }

    private static void workbook(Bulletin bulletin, OutputStream out) throws IOException {
        SheetWriter writer = new SheetWriter(out);
        for (Bulletin.Table table : bulletin.tables()) {
            SheetLayout.Paper paper =
                    table.columns().size() > 2 ? SheetLayout.Paper.A4_ACROSS : SheetLayout.Paper.A4_UPRIGHT;
            writer.begin(
                    new SheetLayout(table.name(), bulletin.title(), bulletin.beneath(), table.columns(), 0, paper));
            for (List<Object> row : table.rows()) {
                writer.row(row);
            }
        }
        writer.finish();
    }

    private static void document(Bulletin bulletin, OutputStream out) throws IOException {
        DocumentWriter writer = new DocumentWriter(out);
        writer.paragraph(Place.TITLE, bulletin.title());
        writer.paragraph(Place.SUBTITLE, "（" + bulletin.beneath() + "）");
        List<Bulletin.Table> tables = bulletin.tables();
        writer.paragraph(Place.HEAD, "一、" + tables.getFirst().name());
        writer.paragraph(Place.WORDS, bulletin.words());
        table("二、", tables.get(1), writer);
        table("三、", tables.get(2), writer);
        writer.paragraph(Place.WORDS, "");
        writer.paragraph(Place.SIGNATURE, Letters.day(bulletin.day()));
        writer.finish();
    }

    private static void table(String number, Bulletin.Table table, DocumentWriter writer) throws IOException {
        writer.paragraph(Place.HEAD, number + table.name());
        if (table.rows().isEmpty()) {
            writer.paragraph(Place.WORDS, "无。");
            return;
        }
        List<DocumentWriter.Column> columns = table.columns().stream()
                .map(it -> new DocumentWriter.Column(
                        it.head(),
                        it.kind() == SheetLayout.Kind.DATE ? DAY : it.width(),
                        it.kind() != SheetLayout.Kind.WORDS))
                .toList();
        writer.beginTable(columns);
        for (List<Object> row : table.rows()) {
            writer.row(columns, row);
        }
        writer.endTable();
    }

    private static String markdown(Bulletin bulletin) {
        StringBuilder lines = new StringBuilder();
        lines.append("# ")
                .append(bulletin.title())
                .append("\n\n")
                .append(bulletin.beneath())
                .append('\n');
        for (Bulletin.Table table : bulletin.tables()) {
            lines.append("\n## ").append(table.name()).append("\n\n");
            line(table.columns().stream().map(it -> (Object) it.head()).toList(), lines);
            lines.append("| --- ".repeat(table.columns().size())).append("|\n");
            table.rows().forEach(it -> line(it, lines));
        }
        return lines.toString();
    }

    private static void line(List<Object> cells, StringBuilder to) {
        to.append(cells.stream().map(it -> harmless(it.toString())).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /// What would be a sign of Markdown or HTML is only a character.
    private static String harmless(String words) {
        StringBuilder safe = new StringBuilder();
        words.codePoints().forEach(it -> {
            if (SIGNS.indexOf(it) >= 0) {
                safe.append('\\');
            }
            safe.appendCodePoint(Character.isISOControl(it) ? ' ' : it);
        });
        return safe.toString();
    }
}
