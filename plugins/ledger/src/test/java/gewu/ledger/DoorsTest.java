package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.DataRow;
import gewu.api.workbench.HealthFinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No way round the gate: one class writes events, and whoever knocks at another door (command, bulk, sheet, program,
/// report, undo) is asked the same.
final class DoorsTest {
    private static final String ALL_STATES = "待确认,不予立项,已立项,待签收,整改中,长期整改,待验收,暂缓,已销号,已合并";

    @TempDir
    Path folder;

    private Desk desk;
    private final Map<State, String> items = new EnumMap<>(State.class);

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void leave() {
        assertThat(new LedgerHealth(desk.ledger).check()).allMatch(it -> it.state() == HealthFinding.State.WELL);
        desk.close();
    }

    private void furnish() {
        for (State state : State.values()) {
            items.put(state, desk.itemIn(state));
        }
    }

    private String item(State state) {
        return Objects.requireNonNull(items.get(state));
    }

    // --- Who writes

    @Test
    void onlyTheBatchWritesEventsAndAsksTheGateBefore() {
        assertThat(callers("gewu/ledger/EventLog$Pen", "write")).containsExactly("Ledger$Batch.append");
        assertThat(callers("gewu/ledger/EventLog", "pen")).containsExactly("Ledger.pen");
        assertThat(callers("gewu/ledger/Ledger$Batch", "append"))
                .containsExactly(
                        "Ledger$Batch.campaign",
                        "Ledger$Batch.party",
                        "Ledger$Batch.takeBack",
                        "Ledger$Batch.unit",
                        "Ledger$Batch.write");
        assertThat(callers("gewu/ledger/Ledger$Batch", "write")).containsExactly("Ledger$Batch.carryOut");
        assertThat(callers("gewu/ledger/Gate", "ask"))
                .containsExactly("Ledger$Batch.carryOut", "Ledger.refusal", "Rehearsal.of");
        assertThat(callers("gewu/ledger/Effects", "write")).containsExactly("Ledger$Batch.write", "Rehearsal.carryOut");
        assertThat(callers("gewu/ledger/ItemTable", "put")).containsExactly("Ledger$Batch.append", "Ledger.rebuild");
    }

    @Test
    void noOtherClassHoldsAStatementThatWritesEventsOrItems() {
        Set<String> writers = new TreeSet<>();
        for (ClassModel it : classes()) {
            for (var entry : it.constantPool()) {
                boolean isWriting = entry instanceof StringEntry words
                        && words.stringValue()
                                .strip()
                                .matches("(?is)(INSERT|UPDATE|DELETE|REPLACE|DROP|ALTER)\\b.*ledger_(event|item)\\b.*");
                if (isWriting) {
                    writers.add(name(it).replaceAll("\\$.*", ""));
                }
            }
        }
        assertThat(writers).containsExactly("EventLog", "ItemTable");
    }

    private static Set<String> callers(String owner, String method) {
        Set<String> callers = new TreeSet<>();
        for (ClassModel type : classes()) {
            for (MethodModel from : type.methods()) {
                boolean isCalling = from.code().stream()
                        .flatMap(it -> it.elementStream())
                        .anyMatch(it -> it instanceof InvokeInstruction call
                                && call.owner().asInternalName().equals(owner)
                                && call.name().equalsString(method));
                if (isCalling) {
                    callers.add(name(type) + "."
                            + from.methodName().stringValue().replaceAll("lambda\\$(\\w+)\\$\\d+", "$1"));
                }
            }
        }
        return callers;
    }

    private static String name(ClassModel type) {
        return type.thisClass().asInternalName().substring("gewu/ledger/".length());
    }

    private static List<ClassModel> classes() {
        try {
            URI place = Ledger.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                List<ClassModel> all = new ArrayList<>();
                for (Path file :
                        files.filter(it -> it.toString().endsWith(".class")).toList()) {
                    all.add(ClassFile.of().parse(file));
                }
                assertThat(all).hasSizeGreaterThan(60);
                return all;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    // --- The command, one and many

    @Test
    void theCommandRefusesEveryIllegalMoveOneByOneAndInBulk() {
        furnish();
        for (MatrixTest.Line line : MatrixTest.paper()) {
            for (State state : State.values()) {
                if (line.from().contains(state)) {
                    continue;
                }
                long head = desk.ledger.log().head().sequence();
                String name = line.act().id().replace('_', '-');
                assertThat(desk.refused(name, item(state), "--reason=有理由", "--as=孙某"))
                        .as("%s in %s", line.act(), state)
                        .isEqualTo(List.of("state"));
                assertThat(desk.refused(name, "--where-state=" + state.label().zh(), "--reason=有理由", "--as=孙某"))
                        .isEqualTo(List.of("state"));
                assertThat(desk.ledger.log().head().sequence()).isEqualTo(head);
            }
        }
    }

    @Test
    void inBulkEachItemIsAskedByItself() {
        furnish();
        List<String> all = List.copyOf(items.values());
        List<String> words = new ArrayList<>(List.of("suspend", "--because=诉讼", "--until=2026-12-01", "--as=赵局长"));
        words.addAll(all);
        List<DataRow> rows = desk.rows(words.toArray(new String[0]));

        assertThat(rows.stream().filter(it -> it.type().equals("item"))).hasSize(5);
        assertThat(rows.stream().filter(it -> it.type().equals("refusal"))).hasSize(5);
        for (State state : State.values()) {
            assertThat(desk.state(item(state))).isEqualTo(state.isOpen() ? "SUSPENDED" : state.name());
        }
    }

    // --- The sheet

    @Test
    void aSheetMakesNoMoveThatTheTableDoesNotHave() {
        for (State wanted : State.values()) {
            furnish();
            Path file = folder.resolve(wanted + ".xlsx");
            desk.rows("sheet", "--export=" + file, "--state=" + ALL_STATES);
            for (State state : State.values()) {
                Filled.in(
                        file,
                        item(state),
                        Map.of(SheetColumn.STATE, wanted.label().zh()));
            }
            desk.rows("sheet", "--import=" + file, "--apply", "--reason=有理由", "--as=孙某");
            for (State state : State.values()) {
                boolean isLegal = MatrixTest.paper().stream()
                        .anyMatch(it -> it.from().contains(state)
                                && (it.to().equals(wanted.name()) || it.to().equals("原")));
                String now = desk.state(item(state));
                assertThat(now)
                        .as("%s → %s", state, wanted)
                        .isIn(isLegal ? List.of(state.name(), wanted.name()) : List.of(state.name()));
            }
        }
    }

    // --- Programs

    @Test
    void whatAnActDoesNotTakeIsRefusedForProgramsToo() {
        furnish();
        String id = item(State.IN_PROGRESS);
        for (Act act : Act.values()) {
            for (Input input : Input.values()) {
                if (act.takes().contains(input) || (act == Act.PROPOSE && input == Input.UNIT)) {
                    continue;
                }
                Map<Input, String> in = new EnumMap<>(Input.class);
                if (act == Act.PROPOSE) {
                    in.put(Input.UNIT, desk.ledger.parties().unit("水利局"));
                    in.put(Input.YEAR, "2024");
                }
                in.put(input, "x");
                Order order = new Order(act, act == Act.PROPOSE ? "" : id, in, "有理由");
                Outcome outcome = desk.ledger.carryOut(List.of(order), Actor.anybody("孙某"));
                assertThat(outcome.done()).as("%s %s", act, input).isEmpty();
            }
        }
    }

    @Test
    void aProposalIsAProposalWhateverAProgramWritesIntoIt() {
        desk.rows("party", "水利局");
        Map<Input, String> in = new EnumMap<>(Map.of(
                Input.UNIT, desk.ledger.parties().unit("水利局"),
                Input.YEAR, "2024",
                Input.TITLE, "预算不准",
                Input.RESULT, "done",
                Input.DEADLINE, "2030-01-01",
                Input.LEADER, "赵局长"));
        Proposal forced = new Proposal(in, List.of(), List.of(), "程序");
        assertThat(desk.ledger
                        .propose(List.of(forced), Actor.SYSTEM)
                        .refused()
                        .getFirst()
                        .failed())
                .containsExactly("input");
        in.keySet().removeAll(Set.of(Input.RESULT, Input.DEADLINE, Input.LEADER));
        Proposal plain = new Proposal(in, List.of(), List.of(), "程序");
        for (Role role : Role.values()) {
            Outcome outcome = desk.ledger.propose(List.of(plain), new Actor("孙某", Set.of(role), ""));
            assertThat(outcome.done().isEmpty()).isEqualTo(role != Role.SYSTEM && role != Role.CLERK);
            assertThat(outcome.done()).allMatch(it -> it.after().of("state").equals("PROPOSED"));
        }
    }

    // --- Reports

    @Test
    void aReportTakenAgainNeverMovesAnItem() {
        for (State state : State.values()) {
            String id = desk.itemIn(state);
            items.put(state, id);
        }
        StringBuilder text = new StringBuilder("存在的问题\n");
        for (State state : State.values()) {
            text.append("【").append(state.label().zh()).append("类的预算编制不够精准】。\n");
        }
        desk.bringIn("a1", 1, "青禾县水利局", 2024, 0.9, text.toString());
        desk.does("take");
        List<String> taken = desk.ledger.items().ofReport("a1");
        moved(taken);
        Map<String, String> before = new java.util.TreeMap<>();
        taken.forEach(id -> before.put(id, desk.state(id)));

        desk.bringIn("a1", 2, "青禾县水利局", 2024, 0.5, "又一版\n" + text.toString().replace("不够精准", "还不够精准"));
        desk.rows("take");
        desk.findings.forget("a1");
        desk.rows("take");
        taken.forEach(id -> assertThat(desk.state(id)).isEqualTo(before.get(id)));
    }

    /// Brings the items of a report to different states.
    private void moved(List<String> ids) {
        desk.does("dismiss", ids.get(0), "--because=其他", "--reason=已说明");
        desk.does("register", ids.get(1), "--category=预算", "--kind=立行立改", "--goal=编准", "--twin=新");
        desk.does("merge", ids.get(2), "--into=" + ids.get(1));
    }

    // --- Undo

    @Test
    void undoingBringsNothingButFormerStatesAndNeverOneByForce() {
        furnish();
        String id = item(State.CLOSED);
        List<Event> history = desk.ledger.log().history(id);
        for (Event event : history.subList(0, history.size() - 1)) {
            assertThat(refusedToUndo(event.batch())).as(event.act()).isTrue();
        }
        assertThat(desk.state(id)).isEqualTo("CLOSED");
        desk.ledger.undo(history.getLast().batch(), "误办", Actor.anybody("王五"));
        assertThat(desk.state(id)).isEqualTo("SUBMITTED");
    }

    private boolean refusedToUndo(long batch) {
        try {
            desk.ledger.undo(batch, "硬来", Actor.anybody("王五"));
            return false;
        } catch (gewu.api.WorkbenchException refused) {
            return true;
        }
    }
}
