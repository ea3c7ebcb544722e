package gewu.workbench.page;

import static gewu.workbench.page.TrialBrowser.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.plugin.Extension;
import gewu.api.workbench.Command;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import gewu.workbench.people.Person;
import gewu.workbench.people.Trail;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may do what with the commands that the plugins of this house really have. What each may do is written here by
/// hand: a manifest that opens more fails.
final class RightsOfTheHouseTest {
    /// A researcher keeps what is his own reading, and nothing else.
    private static final Set<String> RESEARCHERS = Set.of("saved", "alerts", "notebook", "note", "tag");
    private static final Limits PATIENT = new Limits(20_000, 5_000, 50_000, 3, 50, 2, 5_000, 100);

    @TempDir
    private Path folder;

    /// All commands of the house; none of them does anything.
    private static Manifests house() throws Exception {
        Manifests all = Manifests.ofTheHouse();
        all.of(Command.class).forEach(it -> all.living(it.id(), () -> (Command) (_, _) -> Command.Exit.DONE));
        return all;
    }

    /// Every command with every word that makes it change something, each posted to the page and to the api.
    private static List<String> tried(Manifests manifests) {
        List<String> calls = new ArrayList<>();
        for (Extension<Command> command : manifests.of(Command.class)) {
            String access = command.attribute("access").orElse("");
            if (!access.equals("read")) {
                calls.add(command.id() + "?argument=disable&argument=ledger");
                calls.add(command.id() + "?argument=x");
            }
            for (Extension.Element element : command.elements()) {
                String name = element.attribute("name").orElse("");
                element.attribute("writes").stream()
                        .flatMap(it -> List.of(it.split(" ")).stream())
                        .flatMap(word -> element.name().equals("option")
                                ? List.of("?" + name + "=" + word, "?argument=x&" + name + "=" + word).stream()
                                : List.of(
                                        "?argument=" + encoded(word),
                                        "?argument=" + encoded(word) + "&argument=ZG-2024-0001-0001",
                                        "?argument=" + encoded(word) + "&argument=a&argument=b")
                                        .stream())
                        .forEach(it -> calls.add(command.id() + it));
            }
        }
        return calls;
    }

    /// The commands of calls that were neither refused (403) nor misunderstood (400).
    private Set<String> done(String name, Person.Standing standing, Manifests manifests, Set<String> refused)
            throws Exception {
        try (TrialHouse house = TrialHouse.withAccounts(folder, manifests, new Shelf(), PATIENT, Clock.systemUTC())) {
            house.people().accounts().add(name, standing, TrialHouse.PASSWORD.toCharArray());
            TrialBrowser browser = new TrialBrowser(house.port()).in(name);
            Set<String> done = new TreeSet<>();
            for (String call : tried(manifests)) {
                String command = call.substring(0, call.indexOf('?'));
                String form = call.substring(call.indexOf('?') + 1);
                for (String desk : List.of("/do/", "/api/")) {
                    int status = browser.send(desk + command, form).statusCode();
                    if (status == 403) {
                        refused.add(call);
                        assertThat(house.people().trail().latest(1))
                                .hasSize(1)
                                .allMatch(it -> it.outcome() == Trail.Outcome.REFUSED
                                        && it.target().equals(desk + command));
                    } else if (status != 400) {
                        done.add(command);
                    }
                }
            }
            return done;
        }
    }

    @Test
    void aResearcherIsRefusedWhateverASupervisorOrAnAdministratorDoes() throws Exception {
        Set<String> refused = new TreeSet<>();

        Set<String> done = done("小林", Person.Standing.RESEARCHER, house(), refused);

        assertThat(done).isSubsetOf(RESEARCHERS).contains("note", "tag");
        assertThat(refused).filteredOn(it -> it.startsWith("ledger?")).hasSizeGreaterThan(60);
        assertThat(refused)
                .extracting(it -> it.substring(0, it.indexOf('?')))
                .contains("import", "plugins", "users", "serve", "correct", "metrics", "problems", "mail", "versions");
    }

    @Test
    void aSupervisorLeadsTheLedgerAndNothingOfTheHouse() throws Exception {
        Set<String> refused = new TreeSet<>();

        Set<String> done = done("老周", Person.Standing.SUPERVISOR, house(), refused);

        assertThat(done).contains("ledger").doesNotContain("plugins", "users", "serve", "reindex", "mail", "doctor");
        assertThat(refused).anyMatch(it -> it.startsWith("plugins?")).noneMatch(it -> it.startsWith("ledger?"));
    }
}
