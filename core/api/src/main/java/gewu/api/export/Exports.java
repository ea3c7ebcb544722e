package gewu.api.export;

import gewu.api.WorkbenchException;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Writes tables into files in whatever format plugins know; the file's ending says which. Safe for all
/// threads.
public final class Exports {
    private final Extensions extensions;

    public Exports(Extensions extensions) {
        this.extensions = extensions;
    }

    /// The formats there are, by their file name endings.
    public List<String> endings() {
        return extensions.of(Exporter.class).stream()
                .map(it -> it.attributes().getOrDefault("ending", it.id()))
                .toList();
    }

    /// The exporter for files with this ending, such as `xlsx`.
    ///
    /// @throws WorkbenchException if there is none; it names those that there are
    public Extension<Exporter> named(String ending) {
        return find(ending)
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "There is no format “" + ending + "”.",
                        endings().stream().collect(Collectors.joining(", ", "Known are: ", "."))));
    }

    private Optional<Extension<Exporter>> find(String ending) {
        String wanted = ending.toLowerCase(Locale.ROOT);
        return extensions.of(Exporter.class).stream()
                .filter(it -> it.attributes().getOrDefault("ending", it.id()).equals(wanted))
                .findFirst();
    }

    /// Writes `table` to `file`. The file appears, or takes another's place, when all of it is written; if
    /// that fails, what stood there stays.
    ///
    /// @return how many rows
    /// @throws WorkbenchException if no format has this ending, or the file can't be written
    public long write(ExportTable table, String language, Path file) {
        Path name = file.getFileName();
        String words = name == null ? "" : name.toString();
        Exporter exporter = named(words.substring(words.lastIndexOf('.') + 1)).instance();
        Path target = file.toAbsolutePath();
        AtomicLong rows = new AtomicLong();
        try {
            Path unfinished = Files.createTempFile(target.getParent(), "." + words, ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                    exporter.write(counted(table, rows), language, out);
                }
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return rows.get();
        } catch (IOException unwritable) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    file + " can't be written: " + unwritable.getMessage() + ".",
                    "Check that the folder exists and that no other program has the file open.",
                    unwritable);
        }
    }

    private static ExportTable counted(ExportTable table, AtomicLong rows) {
        Iterable<List<Object>> counting = () -> {
            Iterator<List<Object>> all = table.rows().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public List<Object> next() {
                    rows.incrementAndGet();
                    return all.next();
                }
            };
        };
        return new ExportTable(table.title(), table.columns(), counting);
    }
}
