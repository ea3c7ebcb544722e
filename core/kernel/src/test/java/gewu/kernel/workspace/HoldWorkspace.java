package gewu.kernel.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/// Holds a workspace to write until it is killed.
final class HoldWorkspace {
    private HoldWorkspace() {}

    @SuppressWarnings("SystemOut") // it is how this process speaks to the test
    public static void main(String[] arguments) throws IOException {
        try (Workspace workspace = Workspace.open(Path.of(arguments[0]), Workspace.Access.WRITE, Clock.systemUTC())) {
            System.out.println("holds " + workspace.folder());
            while (System.in.read() >= 0) {
                System.out.println("still holds");
            }
        }
    }
}
