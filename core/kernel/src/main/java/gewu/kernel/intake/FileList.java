package gewu.kernel.intake;

import gewu.api.intake.FileRecord;
import gewu.kernel.report.OfficeSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A list of files for the spreadsheet programs of the office.
final class FileList {
    private FileList() {}

    static void write(List<FileRecord> files, Path to) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("文件", "状态", "state", "报告", "页", "原因", "怎么办", "时间"));
        files.forEach(it -> lines.add(line(it)));
        OfficeSheet.write(to, lines);
    }

    private static List<String> line(FileRecord it) {
        return List.of(
                it.file(),
                FileStateNames.of(it.state()).zh(),
                it.state().id(),
                it.report(),
                it.page() == 0 ? "" : Integer.toString(it.page()),
                FileTable.brief(it.file(), it.reason()),
                it.remedy(),
                it.since().toString());
    }
}
