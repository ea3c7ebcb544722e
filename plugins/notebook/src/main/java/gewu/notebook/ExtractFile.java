package gewu.notebook;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.report.CleanText;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Writes extracts to the file that a call names: `--csv` for spreadsheets, `--markdown` for texts; one
/// after another,
/// none is kept in memory.
final class ExtractFile implements Consumer<Extract> {
    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;
    private final boolean isCsv;
    private String title = "";
    private int count;

    private ExtractFile(Writer out, boolean isCsv) {
        this.out = out;
        this.isCsv = isCsv;
    }

    /// Does what `extracts` hands over, if the call asks for a file.
    ///
    /// @return whether it did
    static boolean write(CommandCall call, Output output, Consumer<Consumer<Extract>> extracts) {
        boolean isCsv = call.has("--csv");
        Optional<String> named = call.option(isCsv ? "--csv" : "--markdown");
        if (named.isEmpty()) {
            return false;
        }
        try {
            Path file = Path.of(named.get());
            int count;
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                ExtractFile writing = new ExtractFile(out, isCsv);
                if (isCsv) {
                    out.write('\ufeff');
                    writing.line(Extract.HEAD);
                }
                extracts.accept(writing);
                count = writing.count;
            }
            output.show(new Panel.Text(
                    new Label("已写入 " + file + "：" + count + " 条。", "Wrote " + file + ": " + count + " lines.")));
            return true;
        } catch (IOException | UncheckedIOException | InvalidPathException failed) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "The list can't be written to " + named.get() + ".",
                    "Choose another place, or close the program that has it open.",
                    failed);
        }
    }

    @Override
    public void accept(Extract extract) {
        try {
            count++;
            if (isCsv) {
                line(extract.cells());
            } else {
                block(extract);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void line(List<String> cells) throws IOException {
        out.write(cells.stream().map(ExtractFile::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    /// What begins like a formula stays a text.
    private static String cell(String words) {
        boolean isFormula = !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0;
        return "\"" + (isFormula ? "'" : "") + words.replace("\"", "\"\"") + "\"";
    }

    private void block(Extract extract) throws IOException {
        String heading = plain(extract.title()) + "（" + extract.report() + "）";
        if (!heading.equals(title)) {
            title = heading;
            out.write("## " + heading + "\n\n");
        }
        out.write("> " + plain(extract.words()) + "\n>\n> ——第 " + extract.page() + " 页第 " + extract.paragraph() + " 段，`"
                + extract.anchor() + "`" + (extract.state().isEmpty() ? "" : "，" + extract.state()) + "\n\n");
        if (!extract.remark().isEmpty()) {
            out.write("**" + extract.kind() + " " + extract.number() + "**：" + plain(extract.remark()) + "\n\n");
        }
    }

    /// In one line, with nothing in it that Markdown takes for a sign.
    private static String plain(String words) {
        return CleanText.of(words).text().replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1");
    }
}
