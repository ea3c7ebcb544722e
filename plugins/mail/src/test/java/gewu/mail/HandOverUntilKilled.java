package gewu.mail;

import java.io.IOException;
import java.nio.file.Path;

/// Hands one reminder over to a server that never acknowledges it, until it is killed.
final class HandOverUntilKilled {
    private HandOverUntilKilled() {}

    public static void main(String[] arguments) throws IOException {
        try (Bureau bureau = Bureau.in(Path.of(arguments[0]))) {
            bureau.channel.handOver(Bureau.digest(Bureau.notice(1, "red", "预算编制不够精准", "李四")));
        }
    }
}
