package gewu.workbench;

import gewu.kernel.store.NativeLibrary;
import gewu.workbench.command.Interruption;
import gewu.workbench.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Does once, in a workspace of its own, what short commands do, so that Java can keep the classes they
/// need; `bin/gewu` starts it in the background. Shows nothing and touches no workspace of anybody.
final class Rehearsal {
    private static final String REPORT = """
            2021年度临江市信访局部门整体支出绩效自评报告
            一、部门整体收支情况
            2021年本局“三公经费”支出5.76万元，比上年增长1.32万元。
            二、存在的问题
            预算编制不够细，财政拨款的执行进度偏慢。
            """;

    private Rehearsal() {}

    /// @param words the folder in which to leave what the next starts use
    public static void main(String... words) throws IOException {
        Path kept = Path.of(words[0]);
        NativeLibrary.keepIn(kept);
        Path stage = Files.createTempDirectory(kept, "stage");
        try {
            Path report = Files.writeString(stage.resolve("报告.txt"), REPORT);
            for (List<String> call : List.of(
                    List.of("import", report.toString()),
                    List.of("reports"),
                    List.of("search", "三公经费 增长"),
                    List.of("search", "预算*细", "--json"),
                    List.of("search", "临河市"),
                    List.of("outline", "临江市"))) {
                answer(stage.resolve("workspace"), call);
            }
        } finally {
            delete(stage);
        }
        System.exit(0);
    }

    private static void answer(Path workspace, List<String> call) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        List<String> whole = Stream.concat(Stream.of("--workspace", workspace.toString()), call.stream())
                .toList();
        var unused = Main.frontDoor(nowhere, nowhere, Terminal.PIPE, new Interruption())
                .answer(whole);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
