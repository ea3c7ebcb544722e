package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every state × transition × role: only what the table of the field says is done, all else is refused and leaves no
/// event. The table is told here a second time, from the paper, not from the code.
class MatrixTest {
    /// From which states a transition leads where, and who may do it. 原 is the state before the suspension.
    private static final String PAPER = """
            REGISTER  PROPOSED                                                  REGISTERED   SUPERVISOR
            DISMISS   PROPOSED                                                  DISMISSED    SUPERVISOR
            MERGE     PROPOSED,REGISTERED                                       MERGED       SUPERVISOR
            ASSIGN    REGISTERED                                                ASSIGNED     SUPERVISOR
            RECEIVE   ASSIGNED                                                  IN_PROGRESS  UNIT
            RETURN    ASSIGNED                                                  REGISTERED   UNIT
            PROLONG   IN_PROGRESS                                               LONG_TERM    SUPERVISOR
            SUBMIT    IN_PROGRESS,LONG_TERM                                     SUBMITTED    UNIT
            SEND_BACK SUBMITTED                                                 IN_PROGRESS  VERIFIER
            CLOSE     SUBMITTED                                                 CLOSED       VERIFIER
            REOPEN    CLOSED                                                    IN_PROGRESS  SUPERVISOR
            SUSPEND   REGISTERED,ASSIGNED,IN_PROGRESS,LONG_TERM,SUBMITTED       SUSPENDED    LEADER
            RESUME    SUSPENDED                                                 原           SYSTEM,SUPERVISOR
            REVIVE    DISMISSED,MERGED                                          PROPOSED     SUPERVISOR
            """;

    @TempDir
    private Path folder;

    /// The lines of the paper.
    static List<Line> paper() {
        return PAPER.lines().map(Line::of).toList();
    }

    record Line(Act act, Set<State> from, String to, Set<Role> who) {
        static Line of(String line) {
            String[] cells = line.strip().split(" +");
            EnumSet<State> from = EnumSet.noneOf(State.class);
            Stream.of(cells[1].split(",")).map(State::valueOf).forEach(from::add);
            EnumSet<Role> who = EnumSet.noneOf(Role.class);
            Stream.of(cells[3].split(",")).map(Role::valueOf).forEach(who::add);
            return new Line(Act.valueOf(cells[0]), from, cells[2], who);
        }
    }

    @TestFactory
    Stream<DynamicNode> everyStateTransitionAndRole() {
        Desk desk = Desk.in(folder);
        Map<State, String> ripe = new EnumMap<>(State.class);
        for (State state : State.values()) {
            ripe.put(state, ripe(desk, state));
        }
        String target = desk.proposed("另一个事项");
        Map<Input, String> in = everything(desk, target);
        // The suspension is over, and nobody has brought the item back yet.
        desk.clock.goTo(LocalDate.parse("2026-08-02"));
        List<Line> lines = paper();
        assertThat(lines)
                .extracting(Line::act)
                .containsExactlyElementsOf(Stream.of(Act.values())
                        .filter(it -> it.isTransition() && it != Act.PROPOSE)
                        .toList());
        Stream<DynamicNode> all = lines.stream()
                .map(line -> DynamicContainer.dynamicContainer(
                        line.act().label().zh(),
                        Stream.of(State.values())
                                .flatMap(state -> Stream.of(Role.values())
                                        .map(role -> DynamicTest.dynamicTest(
                                                state.label().zh() + "，"
                                                        + role.label().zh(),
                                                () -> check(desk, line, state, role, id(ripe, state), in))))));
        Stream<DynamicNode> entries = Stream.of(Role.values())
                .map(role -> DynamicTest.dynamicTest("录入，" + role.label().zh(), () -> enter(desk, role)));
        return Stream.concat(
                Stream.concat(all, entries),
                Stream.of(DynamicTest.dynamicTest("history stayed whole", () -> wholeAndClosed(desk))));
    }

    private static void enter(Desk desk, Role role) {
        Map<Input, String> in = Map.of(Input.UNIT, desk.ledger.parties().unit("水利局"), Input.YEAR, "2024");
        Outcome outcome = desk.ledger.act(Act.PROPOSE, List.of(""), in, "手工", new Actor("孙某", Set.of(role), ""));
        boolean isAllowed = Set.of(Role.SYSTEM, Role.CLERK).contains(role);
        assertThat(outcome.done()).hasSize(isAllowed ? 1 : 0);
        assertThat(outcome.refused()).hasSize(isAllowed ? 0 : 1);
    }

    private static String id(Map<State, String> ripe, State state) {
        return ripe.getOrDefault(state, "");
    }

    private static void wholeAndClosed(Desk desk) {
        assertThat(new LedgerHealth(desk.ledger).check())
                .allMatch(it -> it.state() == gewu.api.workbench.HealthFinding.State.WELL);
        desk.close();
    }

    /// An item in this state that would pass all guards of all its transitions.
    private static String ripe(Desk desk, State state) {
        String id = desk.itemIn(state);
        switch (state) {
            case IN_PROGRESS, LONG_TERM -> {
                desk.does("evidence", id, "--file=" + desk.file("凭证.txt", "凭证" + id), "--as=李四");
                desk.does("milestone", id, "--name=中期", "--due=2026-10-01");
            }
            case SUBMITTED -> {
                desk.does("examine", id, "--evidence=1", "--verdict=认可", "--as=王五");
                desk.does("verify", id, "--result=已完成", "--as=王五");
                desk.does("outcome", id, "--outcome=无金额", "--as=李四");
            }
            case CLOSED -> desk.does("look-back", id, "--found=反弹", "--as=王五");
            default -> {}
        }
        return id;
    }

    private static Map<Input, String> everything(Desk desk, String target) {
        Map<Input, String> in = new HashMap<>();
        in.put(Input.CATEGORY, "预算");
        in.put(Input.KIND, "at_once");
        in.put(Input.GOAL, "编准预算");
        in.put(Input.TWIN, "new");
        in.put(Input.INTO, target);
        in.put(Input.LEAD, desk.ledger.parties().unit("水利局"));
        in.put(Input.LEADER, "钱副局长");
        in.put(Input.PERSON, "李四");
        in.put(Input.NUMBER, "督〔2026〕9号");
        in.put(Input.REVIEW, "2027-03-01");
        in.put(Input.APPROVED_BY, "赵局长");
        in.put(Input.PERCENT, "100");
        in.put(Input.UNTIL, "2026-12-01");
        in.put(Input.DEADLINE, "2026-08-20");
        return in;
    }

    private static void check(Desk desk, Line line, State state, Role role, String id, Map<Input, String> in) {
        Map<Input, String> given = new HashMap<>(in);
        given.put(Input.BECAUSE, line.act() == Act.SUSPEND ? "lawsuit" : "other");
        given.keySet().retainAll(line.act().takes());
        Fields before = desk.ledger.log().subject(id);
        long head = desk.ledger.log().head().sequence();
        Actor actor = new Actor("孙某", Set.of(role), "");
        Outcome outcome = desk.ledger.act(line.act(), List.of(id), given, "有理由", actor);

        boolean isAllowed = line.from().contains(state) && line.who().contains(role);
        if (!isAllowed) {
            assertThat(outcome.done()).isEmpty();
            assertThat(outcome.refused()).hasSize(1);
            assertThat(outcome.refused().getFirst().failed())
                    .containsExactly(line.from().contains(state) ? "role" : "state");
            assertThat(desk.ledger.log().head().sequence()).as("no event").isEqualTo(head);
            return;
        }
        assertThat(outcome.refused()).isEmpty();
        String wanted = line.to().equals("原") ? before.of("former_state") : line.to();
        assertThat(desk.state(id)).isEqualTo(wanted);
        desk.ledger.undo(outcome.batch(), "试一试", actor);
        assertThat(desk.ledger.log().subject(id)).as("exactly as before").isEqualTo(before);
    }
}
