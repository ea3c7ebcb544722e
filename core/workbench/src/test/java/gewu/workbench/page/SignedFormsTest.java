package gewu.workbench.page;

import static gewu.workbench.page.TrialBrowser.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import gewu.workbench.people.Person;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who acts: asked for where one person sits at the machine, known where people log in.
final class SignedFormsTest {
    private static final String MANIFEST = """
        <plugin id="trial" version="1.0.0" api="^1.0" title="试" title-en="Trial">
          <extension point="command" id="act" class="t.Act" access="read" standing="supervisor" title="办" title-en="act">
            <argument name="ACTION" required="false" writes="close" title="做什么" title-en="action"/>
            <option name="--as" value="NAME" person="true" title="办理人" title-en="who acts"/>
            <option name="--reason" value="WORDS" title="理由" title-en="reason"/>
          </extension>
          <extension point="view" id="item" class="t.Item" title="事项" title-en="Item"/>
          <extension point="view" id="queue" class="t.Queue" title="队列" title-en="Queue"/>
        </plugin>
        """;

    private final List<CommandCall> ran = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void whereOnePersonSitsAtTheMachineAFormAsksWhoActs() throws Exception {
        try (TrialHouse house = new TrialHouse(folder, manifests(), new Shelf())) {
            assertThat(house.get("/view/item").body()).contains("name=\"--as\"", "name=\"--reason\"");
        }
    }

    @Test
    void wherePeopleLogInNoFormAsksWhoActsHoweverDeepItStands() throws Exception {
        try (TrialHouse house = withAccounts()) {
            TrialBrowser supervisor = new TrialBrowser(house.port()).in("老周");
            for (String page : List.of("/view/item", "/view/queue", "/call/act")) {
                assertThat(supervisor.get(page).body())
                        .as(page)
                        .contains("name=\"--reason\"")
                        .doesNotContain("name=\"--as\"");
            }
        }
    }

    @Test
    void whatSomebodySendsIsDoneUnderHisOwnName() throws Exception {
        try (TrialHouse house = withAccounts()) {
            new TrialBrowser(house.port()).in("老周").send("/do/act", "argument=close&--reason=" + encoded("已办结"));
            new TrialBrowser(house.port()).in("小钱").send("/do/act", "argument=close&--reason=" + encoded("已核实"));
        }
        assertThat(ran).extracting(it -> it.option("--as").orElse("")).containsExactly("老周", "小钱");
    }

    @Test
    void nobodySignsWithTheNameOfAnother() throws Exception {
        try (TrialHouse house = withAccounts()) {
            assertThat(new TrialBrowser(house.port())
                            .in("小钱")
                            .send("/do/act", "argument=close&--as=" + encoded("老周"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(ran).isEmpty();
    }

    private TrialHouse withAccounts() throws Exception {
        TrialHouse house = TrialHouse.withAccounts(folder, manifests(), new Shelf(), Limits.USUAL, Clock.systemUTC());
        house.people().accounts().add("老周", Person.Standing.SUPERVISOR, TrialHouse.PASSWORD.toCharArray());
        house.people().accounts().add("小钱", Person.Standing.SUPERVISOR, TrialHouse.PASSWORD.toCharArray());
        return house;
    }

    private Manifests manifests() throws Exception {
        return new Manifests(MANIFEST)
                .living("act", () -> (Command) (call, _) -> {
                    ran.add(call);
                    return Command.Exit.DONE;
                })
                .living("item", () -> (View) _ -> Panel.Stack.of(new Panel.Text("事项"), form()))
                .living("queue", () -> (View) _ -> new Panel.Beside(new Panel.Text("队列"), form(), "1"));
    }

    private static Panel form() {
        return new Panel.Form(
                new Label("销号", "Close"),
                "act",
                List.of("close"),
                List.of(
                        new Panel.Field("--reason", new Label("理由", "Reason"), Panel.Field.Kind.LINE),
                        new Panel.Field("--as", new Label("办理人", "Who acts"), Panel.Field.Kind.LINE).required()),
                new Label("销号", "Close"));
    }
}
