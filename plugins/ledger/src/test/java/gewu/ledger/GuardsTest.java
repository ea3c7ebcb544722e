package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.DataRow;
import gewu.api.workbench.HealthFinding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every act × guard of the table: where one guard does not hold, the act is refused with that guard's
/// sentence and with who could do what instead, and leaves no event; where it holds, the act is done.
/// Generated from the table, so an act or a guard that is added without a case here fails.
class GuardsTest {
    private static final String GOOD = "孙某";

    @TempDir
    private Path folder;

    private Desk desk;
    private String otherUnit = "";
    private String closed = "";
    private String open = "";
    private String foreign = "";

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void leave() {
        assertThat(new LedgerHealth(desk.ledger).check()).allMatch(it -> it.state() == HealthFinding.State.WELL);
        desk.close();
    }

    /// What is asked, by whom.
    private record Try(Act act, String id, Map<Input, String> in, String reason, Actor actor) {
        Try with(Input input, String value) {
            Map<Input, String> now = new EnumMap<>(in);
            now.put(input, value);
            return new Try(act, id, now, reason, actor);
        }

        Try without(Input... inputs) {
            Map<Input, String> now = new EnumMap<>(in);
            now.keySet().removeAll(Set.of(inputs));
            return new Try(act, id, now, reason, actor);
        }

        Try on(String item) {
            return new Try(act, item, in, reason, actor);
        }

        Try because(String words) {
            return new Try(act, id, in, words, actor);
        }

        Try by(String name) {
            return new Try(act, id, in, reason, new Actor(name, actor.roles(), actor.unit()));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyGuardRefusesWithItsSentenceAndLetsPassWhatSatisfiesIt() {
        open = desk.itemIn(State.REGISTERED);
        closed = desk.itemIn(State.CLOSED);
        desk.rows("party", "农业局");
        otherUnit = desk.ledger.parties().unit("农业局");
        foreign = id(desk.does("add", "外单位的事", "--unit=农业局", "--year=2024", "--reason=手工"));
        List<DynamicTest> tests = new ArrayList<>();
        List<DynamicTest> ofUnits = new ArrayList<>();
        EnumSet<Guard> seen = EnumSet.noneOf(Guard.class);
        for (Act act : Act.values()) {
            Try good = good(act);
            for (Guard guard : act.guards()) {
                seen.add(guard);
                Try broken = broken(guard, good);
                (guard == Guard.OWN_UNIT ? ofUnits : tests)
                        .add(DynamicTest.dynamicTest(
                                act.label().zh() + "：" + guard.label().zh(), () -> check(guard, broken, good)));
            }
        }
        assertThat(seen).as("every guard guards something").containsExactlyInAnyOrder(Guard.values());
        DynamicTest closing = DynamicTest.dynamicTest(
                "the ledger gets an administrator", () -> desk.rows("party", "吴主任", "--role=管理员"));
        return Stream.of(tests.stream(), Stream.of(closing), ofUnits.stream()).flatMap(it -> it);
    }

    private void check(Guard guard, Try broken, Try good) {
        long head = desk.ledger.log().head().sequence();
        Outcome refused = does(broken);
        assertThat(refused.done()).isEmpty();
        Refusal refusal = refused.refused().getFirst();
        assertThat(refusal.failed()).as(refusal.why().zh()).contains(guard.id());
        assertThat(refusal.why().zh()).contains(guard.label().zh());
        assertThat(refusal.why().en()).contains(guard.label().en());
        if (broken.act() != Act.PROPOSE) {
            assertThat(refusal.instead())
                    .as("who could do what instead")
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.zh()).contains("（"));
        }
        assertThat(desk.ledger.log().head().sequence()).as("no event").isEqualTo(head);

        Outcome done = does(good);
        assertThat(done.refused()).isEmpty();
        assertThat(done.done()).isNotEmpty();
        Fields after = desk.ledger.log().subject(good.id());
        assertThat(after).isNotNull();
        desk.ledger.undo(done.batch(), "再试", good.actor());
    }

    private Outcome does(Try it) {
        return desk.ledger.act(it.act(), List.of(it.id()), it.in(), it.reason(), it.actor());
    }

    /// What passes all guards of an act.
    private Try good(Act act) {
        Role role = act.who().stream()
                .filter(it -> it != Role.SYSTEM)
                .sorted()
                .findFirst()
                .orElse(Role.SYSTEM);
        if (act == Act.RESUME) {
            role = Role.SUPERVISOR;
        }
        Actor actor = new Actor(GOOD, Set.of(role), desk.ledger.parties().unit("水利局"));
        return new Try(act, act == Act.PROPOSE ? "" : item(act), inputs(act), "有理由", actor);
    }

    private String item(Act act) {
        return switch (act) {
            case PROPOSE, REGISTER, DISMISS, MERGE -> desk.proposed("预算编制不够精准");
            case ASSIGN -> {
                String id = desk.itemIn(State.ASSIGNED);
                desk.does("return", id, "--reason=责任不清", "--as=李四");
                yield id;
            }
            case RECEIVE, RETURN -> desk.itemIn(State.ASSIGNED);
            case PROLONG, REACH -> with(desk.itemIn(State.IN_PROGRESS), "milestone");
            case SUBMIT -> with(desk.itemIn(State.IN_PROGRESS), "remedy done", "evidence");
            case SEND_BACK, VERIFY -> desk.itemIn(State.SUBMITTED);
            case EXAMINE -> desk.itemIn(State.SUBMITTED);
            case CLOSE -> verified();
            case REOPEN -> with(desk.itemIn(State.CLOSED), "back");
            case REVIEW, CONTINUE -> desk.itemIn(State.LONG_TERM);
            case RESUME -> desk.itemIn(State.SUSPENDED);
            case REVIVE -> desk.itemIn(State.DISMISSED);
            case LINK, WAIVE, FINISH -> with(desk.itemIn(State.IN_PROGRESS), "remedy");
            case DECIDE -> with(desk.itemIn(State.IN_PROGRESS), "extension");
            case EVIDENCE -> with(desk.itemIn(State.IN_PROGRESS), "evidence");
            case LOOK_BACK -> desk.itemIn(State.CLOSED);
            case DELIST -> with(desk.itemIn(State.IN_PROGRESS), "listed");
            case REPLY, ACKNOWLEDGE -> with(desk.itemIn(State.IN_PROGRESS), "letter");
            case TICK -> with(desk.itemIn(State.SUBMITTED), "checklist");
            case RENEW -> quoted();
            case SUSPEND,
                    EDIT,
                    CAUSE,
                    REMEDY,
                    MILESTONE,
                    ASK,
                    OUTCOME,
                    ENLIST,
                    APPOINT,
                    LETTER,
                    ADVISE,
                    ACCOUNT,
                    CHECKLIST,
                    CAMPAIGN,
                    NOTE,
                    RECUR,
                    COMMON,
                    SIMILAR,
                    DIFFERENT -> desk.itemIn(State.IN_PROGRESS);
            case REPORT -> with(desk.itemIn(State.IN_PROGRESS), "remedy");
        };
    }

    private String quoted() {
        desk.bringIn("a1", "存在的问题：预算不准。");
        return id(desk.does("add", "预算不准", "--unit=水利局", "--year=2024", "--report=a1", "--quote=预算不准"));
    }

    private static String id(DataRow row) {
        return (String) Objects.requireNonNull(row.values().get("id"));
    }

    private String verified() {
        String id = desk.itemIn(State.SUBMITTED);
        desk.does("examine", id, "--evidence=1", "--verdict=认可", "--as=王五");
        desk.does("verify", id, "--result=已完成", "--as=王五");
        desk.does("outcome", id, "--outcome=无金额", "--as=李四");
        return id;
    }

    private String with(String id, String... more) {
        for (String it : more) {
            switch (it) {
                case "milestone" -> desk.does("milestone", id, "--name=中期", "--due=2026-10-01");
                case "evidence" -> desk.does("evidence", id, "--file=" + desk.file("凭证.txt", "凭证" + id), "--as=李四");
                case "remedy" -> desk.does("remedy", id, "--text=统一培训");
                case "remedy done" -> {
                    desk.does("remedy", id, "--text=统一培训");
                    desk.does("finish", id, "--remedy=" + remedy(id), "--as=李四");
                }
                case "back" -> desk.does("look-back", id, "--found=反弹", "--as=王五");
                case "extension" -> desk.does("ask", id, "--until=2026-09-01", "--reason=流标", "--as=李四");
                case "listed" -> desk.does("enlist", id, "--level=县级", "--reason=未改", "--criteria=不再追加");
                case "letter" -> desk.does("letter", id, "--letter=督办函", "--number=督函1号");
                default -> desk.does("checklist", id, "--checklist=三到位一处理");
            }
        }
        return id;
    }

    private String remedy(String id) {
        return desk.ledger.log().subject(id).members("remedy").getLast();
    }

    private Map<Input, String> inputs(Act act) {
        Map<Input, String> in = new EnumMap<>(Input.class);
        switch (act) {
            case PROPOSE -> {
                in.put(Input.UNIT, desk.ledger.parties().unit("水利局"));
                in.put(Input.YEAR, "2024");
                in.put(Input.TITLE, "问题");
            }
            case REGISTER -> {
                in.put(Input.CATEGORY, "预算");
                in.put(Input.KIND, "at_once");
                in.put(Input.GOAL, "编准预算");
                in.put(Input.TWIN, "new");
            }
            case DISMISS -> in.put(Input.BECAUSE, "other");
            case MERGE -> in.put(Input.INTO, open);
            case ASSIGN -> {
                in.put(Input.LEAD, desk.ledger.parties().unit("水利局"));
                in.put(Input.LEADER, "钱副局长");
                in.put(Input.NUMBER, "督〔2026〕9号");
            }
            case RECEIVE -> in.put(Input.PERSON, "李四");
            case PROLONG -> {
                in.put(Input.REVIEW, "2027-03-01");
                in.put(Input.APPROVED_BY, "赵局长");
            }
            case REVIEW -> {
                in.put(Input.TEXT, "按计划推进");
                in.put(Input.REVIEW, "2027-02-01");
            }
            case CONTINUE -> in.put(Input.REVIEW, "2027-02-01");
            case SUBMIT -> in.put(Input.PERCENT, "100");
            case REOPEN -> in.put(Input.DEADLINE, "2026-05-20");
            case SUSPEND -> {
                in.put(Input.BECAUSE, "lawsuit");
                in.put(Input.UNTIL, "2026-12-01");
            }
            case CLOSE, RETURN, SEND_BACK, RESUME, REVIVE -> {}
            case EDIT -> in.put(Input.GOAL, "新目标");
            case CAUSE, REMEDY, NOTE, DELIST -> in.put(Input.TEXT, "文字");
            case REPLY -> {
                in.put(Input.TEXT, "正在办");
                in.put(Input.NUMBER, "督函1号");
            }
            case ACKNOWLEDGE -> in.put(Input.NUMBER, "督函1号");
            case LINK, WAIVE, FINISH -> in.put(Input.REMEDY, lastRemedy());
            case REPORT -> {
                in.put(Input.TEXT, "已办一半");
                in.put(Input.PERCENT, "50");
                in.put(Input.REMEDY, lastRemedy());
            }
            case MILESTONE -> {
                in.put(Input.NAME, "终验");
                in.put(Input.DUE, "2026-11-01");
            }
            case REACH -> in.put(Input.MILESTONE, "1");
            case ASK -> in.put(Input.UNTIL, "2026-09-01");
            case DECIDE -> in.put(Input.DECISION, "granted");
            case EVIDENCE -> {
                in.put(
                        Input.FILE,
                        desk.ledger
                                .evidence()
                                .keep(Path.of(desk.file("新凭证.txt", "新")))
                                .written());
                in.put(Input.EVIDENCE, "1");
            }
            case EXAMINE -> {
                in.put(Input.EVIDENCE, "1");
                in.put(Input.VERDICT, "accepted");
            }
            case VERIFY -> in.put(Input.RESULT, "done");
            case OUTCOME -> in.put(Input.OUTCOME, "建制度");
            case LOOK_BACK -> in.put(Input.FOUND, "held");
            case ENLIST -> in.put(Input.LEVEL, "county");
            case APPOINT -> in.put(Input.CASE_LEADER, "赵局长");
            case LETTER -> {
                in.put(Input.LETTER, "supervision");
                in.put(Input.NUMBER, "督函2号");
            }
            case ADVISE -> {
                in.put(Input.ADVICE, "work");
                in.put(Input.ADDRESSEE, "财政局");
                in.put(Input.TEXT, "改进审批");
            }
            case ACCOUNT -> {
                in.put(Input.MEASURE, "talk");
                in.put(Input.PERSON, "周某");
            }
            case CHECKLIST -> in.put(Input.CHECKLIST, "三到位一处理");
            case TICK -> in.put(Input.POINT, "1");
            case CAMPAIGN -> in.put(Input.CAMPAIGN, "百日攻坚");
            case RENEW -> in.put(Input.PLACE, "1");
            case RECUR -> in.put(Input.WITH, closed);
            case COMMON -> in.put(Input.WITH, foreign);
            case SIMILAR, DIFFERENT -> in.put(Input.WITH, open);
        }
        return in;
    }

    private String lastRemedy() {
        return desk.ledger.log().last(Ids.REMEDY);
    }

    /// The same, but that this guard does not hold.
    private Try broken(Guard guard, Try it) {
        return switch (guard) {
            case SOURCE, REASON, ANSWERED -> it.because("");
            case DESCRIBED -> it.without(Input.CATEGORY);
            case DEADLINE_AHEAD -> it.with(Input.DEADLINE, "2026-05-06");
            case TWIN_ANSWERED -> it.with(Input.TWIN, "same");
            case LISTED_REASON, SUSPENSION_CAUSE -> it.with(Input.BECAUSE, "随便");
            case TARGET -> it.with(Input.INTO, it.id());
            case SAME_UNIT -> it.with(it.act() == Act.MERGE ? Input.INTO : Input.WITH, foreign);
            case NOT_CLOSED -> it.with(Input.INTO, closed);
            case LEAD_AND_LEADER -> it.with(Input.LEADER, "钱副局长、赵局长");
            case NUMBER -> it.without(Input.NUMBER);
            case OWN_UNIT ->
                new Try(it.act(), it.id(), it.in(), it.reason(), new Actor("周六", Set.of(Role.UNIT), otherUnit));
            case PERSON_NAMED -> it.without(Input.PERSON);
            case MILESTONE_AHEAD -> it.on(desk.itemIn(State.IN_PROGRESS));
            case REVIEW_WITHIN_A_YEAR -> it.with(Input.REVIEW, "2027-05-07");
            case IS_LONG_TERM -> it.on(desk.itemIn(State.IN_PROGRESS));
            case REVIEW_WITHIN_TERM -> it.with(Input.REVIEW, "2040-01-01");
            case WITHIN_TERM -> it.on(desk.itemIn(State.LONG_TERM)).with(Input.UNTIL, "2040-01-01");
            case NOT_OWN_CASE -> it.by("钱副局长");
            case LEADER_APPROVED -> it.with(Input.APPROVED_BY, GOOD);
            case REMEDIES_DONE -> it.on(with(desk.itemIn(State.IN_PROGRESS), "remedy", "evidence"));
            case EVIDENCE_GIVEN -> it.on(desk.itemIn(State.IN_PROGRESS));
            case PROGRESS_FULL -> it.with(Input.PERCENT, "99");
            case NOT_SUBMITTER, NOT_GIVER -> it.by("李四");
            case NOT_RESPONSIBLE, NOT_RESPONSIBLE_FOR_POINT -> it.by("钱副局长");
            case ACCEPTED, EVIDENCE_ACCEPTED, OUTCOME_FILLED -> it.on(desk.itemIn(State.SUBMITTED));
            case LOOK_BACK_AHEAD -> it.with(Input.LOOK_BACK, "2026-05-06");
            case DELISTED -> it.on(with(verified(), "listed"));
            case CHECKED -> it.on(with(verified(), "checklist"));
            case REBOUND -> it.on(closed);
            case HALF_THE_TIME ->
                it.with(
                        Input.DEADLINE,
                        LocalDate.parse("2026-05-06").plusDays(31).toString());
            case UNTIL_AHEAD -> it.with(Input.UNTIL, "2026-05-06");
            case SUSPENSION_OVER -> new Try(it.act(), it.id(), it.in(), it.reason(), Actor.SYSTEM);
            case SOMETHING -> it.without(Input.values());
            case TEXT_GIVEN, CRITERIA_MET -> it.without(Input.TEXT);
            case REMEDY_KNOWN, REMEDY_LINKED, REMEDY_LINKED_IF_GIVEN -> it.with(Input.REMEDY, "CS-999999");
            case NAME_AND_DUE -> it.without(Input.DUE);
            case MILESTONE_OPEN -> it.with(Input.MILESTONE, "9");
            case LATER_DEADLINE -> it.with(Input.UNTIL, "2026-05-07");
            case NOTHING_ASKED -> it.on(with(desk.itemIn(State.IN_PROGRESS), "extension"));
            case EXTENSION_ASKED -> it.on(desk.itemIn(State.IN_PROGRESS));
            case NOT_ASKER -> it.by("李四");
            case DECISION_GIVEN -> it.without(Input.DECISION);
            case PERCENT_IN_RANGE -> it.with(Input.PERCENT, "101");
            case FILE_GIVEN -> it.without(Input.FILE);
            case EVIDENCE_REPLACEABLE, EVIDENCE_KNOWN -> it.with(Input.EVIDENCE, "9");
            case VERDICT_GIVEN -> it.without(Input.VERDICT);
            case RESULT_GIVEN -> it.without(Input.RESULT);
            case FOUND_GIVEN -> it.without(Input.FOUND);
            case LEVEL_GIVEN -> it.without(Input.LEVEL);
            case NOT_LISTED -> it.on(with(desk.itemIn(State.IN_PROGRESS), "listed"));
            case IS_LISTED -> it.on(desk.itemIn(State.IN_PROGRESS));
            case LETTER_GIVEN -> it.without(Input.LETTER);
            case LETTER_KNOWN -> it.with(Input.NUMBER, "没有的号");
            case LETTER_NOT_ACKNOWLEDGED -> {
                String id = with(desk.itemIn(State.IN_PROGRESS), "letter");
                desk.does("acknowledge", id, "--number=督函1号", "--as=李四");
                yield it.on(id);
            }
            case ADVICE_GIVEN -> it.without(Input.ADVICE);
            case ADDRESSEE_GIVEN -> it.without(Input.ADDRESSEE);
            case MEASURE_GIVEN -> it.without(Input.MEASURE);
            case PERSON_MEANT -> it.without(Input.PERSON);
            case CHECKLIST_KNOWN -> it.with(Input.CHECKLIST, "没有的单");
            case CHECKLIST_NEW -> it.on(with(desk.itemIn(State.IN_PROGRESS), "checklist"));
            case POINT_OPEN -> it.with(Input.POINT, "99");
            case SOURCE_KNOWN -> it.with(Input.PLACE, "9");
            case STANDS -> it.on(desk.itemIn(State.DISMISSED));
            case OTHER_STANDS -> it.with(Input.WITH, it.id());
            case OTHER_UNIT -> it.with(Input.WITH, open);
            case OTHER_CLOSED -> it.with(Input.WITH, open);
        };
    }
}
