package gewu.kernel.workspace;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Who holds a workspace.
///
/// @param access what it is held for, `READ` or `WRITE`
record Holder(String process, String host, String command, String access, Instant started) {

    /// This process.
    static Holder here(Workspace.Access access, Clock clock) {
        ProcessHandle self = ProcessHandle.current();
        return new Holder(
                Long.toString(self.pid()),
                hostName(),
                command(self),
                access.name(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /// What [#written] wrote; empty if it is not whole.
    static Optional<Holder> read(String written) {
        Map<String, String> lines = new HashMap<>();
        for (String line : written.lines().toList()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                lines.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        String started = lines.get("started");
        return started == null
                ? Optional.empty()
                : Optional.of(new Holder(
                        lines.getOrDefault("process", "?"),
                        lines.getOrDefault("host", "?"),
                        lines.getOrDefault("command", "?"),
                        lines.getOrDefault("access", "?"),
                        Instant.parse(started)));
    }

    /// One line a fact; the time last, so that a half written file is seen as such.
    String written() {
        return "process=" + process + "\nhost=" + host + "\ncommand=" + command + "\naccess=" + access + "\nstarted="
                + started + "\n";
    }

    /// For a message: process 4711 on pc7, since …: gewu serve.
    String described() {
        return "process " + process + " on " + host + ", since " + started + " (" + command + ")";
    }

    private static String command(ProcessHandle self) {
        String main = System.getProperty("sun.java.command", "");
        return main.isBlank()
                ? self.info().command().orElse("java")
                : main.strip().replace('\n', ' ');
    }

    private static String hostName() {
        for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
            String name = System.getenv(variable);
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this machine";
        }
    }
}
