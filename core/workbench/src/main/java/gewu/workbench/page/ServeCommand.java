package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.Wording;
import gewu.api.WorkbenchException;
import gewu.api.intake.Intake;
import gewu.api.job.Jobs;
import gewu.api.metric.Metrics;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginScope;
import gewu.api.problem.Problems;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.kernel.plugin.Plugins;
import gewu.kernel.read.PagePainter;
import gewu.workbench.people.Accounts;
import gewu.workbench.people.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `gewu serve`: the workbench in a browser, until somebody stops it.
final class ServeCommand implements Command {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int USUAL_PORT = 8420;
    private static final int MOST_PORT = 65_535;
    private static final int MILLIS_BETWEEN_LOOKS = 100;

    private final Plugins plugins;
    private final Rooms rooms;
    private final PluginScope scope;
    private final Clock clock;

    ServeCommand(
            Extensions extensions,
            Plugins plugins,
            Reports reports,
            ReportSearch search,
            Metrics metrics,
            Problems problems,
            Intake intake,
            PagePainter painter,
            Jobs jobs,
            Store store,
            Wording wording,
            PluginScope scope,
            Clock clock) {
        this.rooms = new Rooms(
                extensions,
                reports,
                search,
                metrics,
                problems,
                intake,
                painter,
                jobs,
                store,
                wording,
                new ImportDesk(intake, jobs, scope, clock));
        this.scope = scope;
        this.plugins = plugins;
        this.clock = clock;
    }

    @Override
    public Exit run(CommandCall call, Output output) throws Exception {
        String host = call.option("--host").orElse(LOOPBACK);
        int port = call.number("--port", USUAL_PORT);
        if (port > MOST_PORT) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "There is no port " + port + ".",
                    "Ports go from 1 to " + MOST_PORT + "; 0 takes any free one.");
        }
        boolean hasAccounts = call.has("--users");
        People people = People.of(rooms.store(), clock, hasAccounts, Accounts.USUAL_ROUNDS);
        if (hasAccounts && people.accounts().all().isEmpty()) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "There is no account yet, so nobody could log in.",
                    "Begin with an administrator: gewu users add NAME --role administrator");
        }
        Doorkeeper doorkeeper = hasAccounts ? new AccountDoorkeeper(people) : Doorkeeper.alone(people.tokens());
        Reach reach = reach(call, host, port);
        if (!reach.host().equals(LOOPBACK) && !hasAccounts) {
            output.note("Whoever reaches this address can do everything: add --users to ask who comes in.");
        }
        if (!reach.host().equals(LOOPBACK) && hasAccounts && reach.tls().isEmpty()) {
            output.note(
                    "Passwords travel unencrypted: give --tls a key file, or put a proxy before it and add --behind-proxy.");
        }
        Site site = new Site(rooms, hasAccounts ? new StandingRights() : Rights.ALL, people);
        try (EventDesk events = new EventDesk(rooms.store(), rooms.jobs());
                Server server = new Server(site, events, doorkeeper, reach, Limits.USUAL);
                UpkeepRounds rounds = new UpkeepRounds(rooms.extensions(), rooms.jobs());
                FollowedPlugins _ = new FollowedPlugins(plugins, events::tell)) {
            String address = (reach.tls().isPresent() ? "https://" : "http://")
                    + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port() + "/";
            output.show(new Panel.Text(new Label(
                    "格物已在 " + address + " 打开；按 Ctrl-C 停止。", "Gewu is open at " + address + " — Ctrl-C stops it.")));
            rooms.extensions().onChange(scope, events::pluginsChanged);
            if (call.has("--open")) {
                open(address, output);
            }
            while (!output.progress().isCancelled()) {
                rounds.news().forEach(it -> output.show(new Panel.Text(it)));
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            }
        }
        return Exit.DONE;
    }

    private static Reach reach(CommandCall call, String host, int port) throws IOException {
        boolean isLoopbackOnly = !call.has("--host") && !call.has("--behind-proxy");
        return new Reach(host, port, isLoopbackOnly, call.has("--behind-proxy"), keyFile(call));
    }

    private static Optional<Reach.KeyFile> keyFile(CommandCall call) throws IOException {
        Optional<String> file = call.option("--tls");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Path keys = readable(file.get(), "Give --tls a PKCS#12 file, such as keytool and openssl make.");
        return Optional.of(new Reach.KeyFile(keys, password(call)));
    }

    private static String password(CommandCall call) throws IOException {
        Optional<String> file = call.option("--tls-password-file");
        if (file.isEmpty()) {
            return Optional.ofNullable(System.getenv("GEWU_TLS_PASSWORD")).orElse("");
        }
        Path words = readable(file.get(), "Give --tls-password-file a file whose first line is the password.");
        return Files.readAllLines(words).stream().findFirst().orElse("");
    }

    private static Path readable(String file, String remedy) {
        Path path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new WorkbenchException(WorkbenchException.Kind.USAGE, "The file " + path + " can't be read.", remedy);
        }
        return path;
    }

    private static void open(String address, Output output) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> opener = system.contains("mac")
                ? List.of("open", address)
                : system.contains("win")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                        : List.of("xdg-open", address);
        try {
            new ProcessBuilder(opener)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException absent) {
            output.note(opener.getFirst() + " can't be started (" + absent.getMessage() + "). Open " + address
                    + " in a browser yourself.");
        }
    }
}
