package gewu.kernel.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import gewu.api.intake.FileRecord;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A list of files as CSV: UTF-8 with a byte order mark, as spreadsheet programs of the office need it.
final class FileList {
    private FileList() {}

    static void write(List<FileRecord> files, Path to) throws IOException {
        try (Writer out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
            out.write('\ufeff');
            try (CsvWriter csv = CsvWriter.builder().build(out)) {
                csv.writeRecord("文件", "状态", "state", "报告", "页", "原因", "怎么办", "时间");
                for (FileRecord it : files) {
                    csv.writeRecord(
                            harmless(it.file()),
                            FileStateNames.of(it.state()).zh(),
                            it.state().id(),
                            it.report(),
                            it.page() == 0 ? "" : Integer.toString(it.page()),
                            harmless(it.reason()),
                            harmless(it.remedy()),
                            it.since().toString());
                }
            }
        }
    }

    /// A file may be named like a formula; in a spreadsheet it stays a name.
    private static String harmless(String words) {
        return !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }
}
