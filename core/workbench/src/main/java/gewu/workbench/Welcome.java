package gewu.workbench;

import gewu.workbench.command.FrontDoor;
import gewu.workbench.command.Interruption;
import gewu.workbench.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The first minute with Gewu, for `mvn -Prun`: brings reports in, lists them, searches them and serves the workbench,
/// by the very commands a person would type.
final class Welcome {
    private Welcome() {}

    /// @param words the workspace, the reports, whether to serve (`true` or `false`), the port
    public static void main(String... words) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::wish, "gewu-ctrl-c"));
        endWithMaven();
        FrontDoor door = Main.frontDoor(out, out, Terminal.PIPE, interruption);
        int status = 0;
        for (List<String> call : calls(words[1], Boolean.parseBoolean(words[2]), words[3])) {
            out.println();
            out.println("$ gewu " + String.join(" ", call));
            List<String> whole = new ArrayList<>(List.of("--workspace", words[0]));
            whole.addAll(call);
            status = door.answer(whole);
            if (status != 0) {
                break;
            }
        }
        out.flush();
        interruption.end();
        System.exit(status);
    }

    /// Whoever kills Maven means the server, too; left alone it would hold the port and the workspace.
    private static void endWithMaven() {
        var unused =
                ProcessHandle.current().parent().map(maven -> maven.onExit().thenRun(() -> System.exit(0)));
    }

    private static List<List<String>> calls(String reports, boolean serves, String port) {
        List<List<String>> calls = new ArrayList<>(
                List.of(List.of("import", reports), List.of("reports"), List.of("search", "三公经费", "--limit", "5")));
        if (serves) {
            calls.add(List.of("serve", "--port", port));
        }
        return calls;
    }
}
