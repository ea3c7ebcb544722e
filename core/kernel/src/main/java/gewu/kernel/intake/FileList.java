package gewu.kernel.intake;

import gewu.api.intake.FileRecord;
import gewu.kernel.report.OfficeSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A list of files for the spreadsheet programs of the office.
final class FileList {
    private FileList() {}

    /// @param told says a sentence in the language of the reader
    static void write(List<FileRecord> files, UnaryOperator<String> told, Path to) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("文件", "状态", "state", "报告", "页", "原因", "怎么办", "时间"));
        files.forEach(it -> lines.add(line(it, told)));
        OfficeSheet.write(to, lines);
    }

    private static List<String> line(FileRecord it, UnaryOperator<String> told) {
        return List.of(
                it.file(),
                FileStateNames.of(it.state()).zh(),
                it.state().id(),
                it.report(),
                it.page() == 0 ? "" : Integer.toString(it.page()),
                told.apply(FileTable.brief(it.file(), it.reason())),
                told.apply(it.remedy()),
                it.since().toString());
    }
}
