package gewu.workbench;

import gewu.workbench.command.FrontDoor;
import gewu.workbench.command.Interruption;
import gewu.workbench.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The front door of the house: `gewu COMMAND …`.
public final class Main {
    private Main() {}

    public static void main(String... words) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.from(System.getProperties(), System.getenv());
        Interruption interruption = new Interruption();
        Thread atCtrlC = new Thread(interruption::wish, "gewu-ctrl-c");
        Runtime.getRuntime().addShutdownHook(atCtrlC);
        int status = frontDoor(out, err, terminal, interruption).answer(List.of(words));
        out.flush();
        interruption.end();
        System.exit(status);
    }

    /// A front door to the real house.
    static FrontDoor frontDoor(PrintStream out, PrintStream err, Terminal terminal, Interruption interruption) {
        return new FrontDoor(
                options -> {
                    LogFile.open(options.log());
                    return new HouseDoors(options);
                },
                out,
                err,
                terminal,
                Path.of(System.getProperty("user.home", ".")),
                locale(),
                Distribution.version(),
                interruption);
    }

    /// The language of the environment, as the starting script or the system names it.
    private static String locale() {
        return Stream.of(
                        System.getProperty("gewu.language"),
                        System.getenv("LC_ALL"),
                        System.getenv("LC_MESSAGES"),
                        System.getenv("LANG"),
                        System.getProperty("user.language"))
                .filter(word -> word != null && !word.isBlank())
                .findFirst()
                .orElse("");
    }
}
