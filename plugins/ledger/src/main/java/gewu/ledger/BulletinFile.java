package gewu.ledger;

import gewu.api.WorkbenchException;
import gewu.ledger.paper.SheetLayout;
import gewu.ledger.paper.SheetWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// Writes a bulletin as a workbook or as Markdown; the file's ending says which.
final class BulletinFile {
    private static final String SIGNS = "\\`*_{}[]<>#|~&!";

    private BulletinFile() {}

    /// Writes the file; it appears, or takes another's place, when all of it is written.
    static void write(Bulletin bulletin, Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xlsx") && !name.endsWith(".md")) {
            throw Fault.usage(file + " is neither .xlsx nor .md.", "Give the file one of these endings.");
        }
        Path target = file.toAbsolutePath();
        try {
            Path unfinished = Files.createTempFile(Objects.requireNonNull(target.getParent()), ".gewu", ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                    if (name.endsWith(".md")) {
                        out.write(markdown(bulletin).getBytes(StandardCharsets.UTF_8));
                    } else {
                        workbook(bulletin, out);
                    }
                }
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException unwritable) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    file + " can't be written: " + unwritable.getMessage() + ".",
                    "Check that the folder exists and that no other program has the file open.",
                    unwritable);
        }
    }

    private static void workbook(Bulletin bulletin, OutputStream out) throws IOException {
        SheetWriter writer = new SheetWriter(out);
        for (Bulletin.Table table : bulletin.tables()) {
            writer.begin(
                    new SheetLayout(table.name(), bulletin.title(), bulletin.beneath(), table.columns(), 0, false));
            for (List<Object> row : table.rows()) {
                writer.row(row);
            }
        }
        writer.finish();
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
