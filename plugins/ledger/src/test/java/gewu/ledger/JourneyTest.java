package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.workbench.DataRow;
import gewu.kernel.word.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From the sentence that admits a problem to the day it is gone, and the ways in which somebody would
/// like to get round it.
final class JourneyTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void aProblemGoesFromItsSentenceToItsClosing() {
        desk.bringIn("a1", "一、存在的问题\n预算编制不够精准，年中追加较多。\n");
        desk.rows("party", "水利局");
        DataRow added = desk.does("录入", "预算编制不够精准", "--unit=水利局", "--year=2024", "--report=a1", "--quote=预算编制不够精准");
        assertThat(added.values()).containsEntry("id", "ZG-2024-0001-0001").containsEntry("state", "proposed");
        String id = "ZG-2024-0001-0001";
        DataRow registered = desk.does("立项", id, "--category=预算", "--kind=立行立改", "--goal=编准", "--twin=新");
        assertThat(registered.values())
                .containsEntry("deadline_first", "2026-07-06")
                .containsEntry("kind", "at_once");
        desk.does("交办", id, "--lead=水利局", "--leader=钱副局长", "--number=督〔2026〕1号");
        desk.does("签收", id, "--person=李四", "--as=李四");
        desk.does("措施", id, "--text=印发预算管理办法", "--as=李四");
        assertThat(desk.refused("报验", id, "--as=李四"))
                .isEqualTo(List.of("remedies_done", "evidence_given", "progress_full"));
        desk.does("完成措施", id, "--remedy=CS-000001", "--text=已印发", "--as=李四");
        desk.does("佐证", id, "--file=" + desk.file("办法.txt", "第一条"), "--proof=制度文本", "--as=李四");
        desk.does("填报进展", id, "--text=全部完成", "--percent=100", "--period=2026-05", "--as=李四");
        desk.does("报验", id, "--as=李四");
        assertThat(desk.refused("销号", id, "--as=李四"))
                .isEqualTo(
                        List.of("not_submitter", "not_responsible", "accepted", "evidence_accepted", "outcome_filled"));
        desk.does("审核佐证", id, "--evidence=1", "--verdict=认可", "--as=王五");
        desk.does("验收认定", id, "--result=已完成", "--as=王五");
        desk.does("成效", id, "--outcome=建立制度1项", "--rules=1", "--as=李四");
        DataRow closed = desk.does("销号", id, "--number=销〔2026〕1号", "--as=王五");
        assertThat(closed.values())
                .containsEntry("state", "closed")
                .containsEntry("closed_on", "2026-05-06")
                .containsEntry("look_back_due", "2026-08-04");
        List<DataRow> story = desk.rows("show", id);
        assertThat(String.valueOf(story.getFirst().values().get("sources"))).contains("quote=预算编制不够精准", "start=8");
        assertThat(story.stream().filter(it -> it.type().equals("event"))).hasSizeGreaterThan(10);
        assertThat(desk.told("show", id)).contains("已销号", "印发预算管理办法", "办法.txt");
    }

    @Test
    void whatComesBackIsReopenedWithHalfTheTime() {
        String id = desk.itemIn(State.CLOSED);
        assertThat(desk.refused("reopen", id, "--reason=又来了", "--deadline=2026-06-01"))
                .isEqualTo(List.of("rebound"));
        desk.does("look-back", id, "--found=纸面整改", "--text=制度未执行");
        assertThat(desk.refused("reopen", id, "--reason=又来了", "--deadline=2026-06-20"))
                .isEqualTo(List.of("half_the_time"));
        DataRow reopened = desk.does("reopen", id, "--reason=又来了", "--deadline=2026-06-01");
        assertThat(reopened.values())
                .containsEntry("reopened", 1L)
                .containsEntry("deadline_first", "2026-07-06")
                .containsEntry("deadline", "2026-06-01")
                .containsEntry("state", "in_progress");
        assertThat(desk.ledger.log().subject(id).members("closing")).hasSize(1);
        assertThat(desk.refused("submit", id, "--percent=100", "--as=李四")).isEqualTo(List.of("evidence_given"));
    }

    @Test
    void anExtensionIsAskedByOneAndDecidedByAnotherAndTheFirstDeadlineStays() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("申请延期", id, "--until=2026-09-01", "--reason=招标流标", "--as=李四");
        assertThat(desk.refused("ask", id, "--until=2026-10-01", "--reason=再延", "--as=李四"))
                .isEqualTo(List.of("nothing_asked"));
        assertThat(desk.refused("批复延期", id, "--decision=同意", "--as=李四")).isEqualTo(List.of("not_asker"));
        assertThat(desk.does("批复延期", id, "--decision=同意", "--as=赵局长").values())
                .containsEntry("deadline", "2026-09-01")
                .containsEntry("deadline_first", "2026-07-06")
                .containsEntry("extensions", 1L);
    }

    @Test
    void aListedItemIsTakenOffTheListBeforeItIsClosedAndLookedAtTwice() {
        String id = desk.itemIn(State.SUBMITTED);
        desk.does("examine", id, "--evidence=1", "--verdict=认可", "--as=王五");
        desk.does("verify", id, "--result=已完成", "--as=王五");
        desk.does("outcome", id, "--fixed=12.5万元");
        desk.does("挂牌", id, "--level=县级", "--reason=久拖不决");
        assertThat(desk.refused("close", id, "--as=王五")).isEqualTo(List.of("delisted"));
        desk.does("摘牌", id, "--reason=验收通过");
        assertThat(desk.does("close", id, "--as=王五").values())
                .containsEntry("look_back_due", "2026-06-05")
                .containsEntry("amount_fixed", "125000");
        assertThat(desk.does("look-back", id, "--found=巩固").values()).containsEntry("look_back_due", "2026-11-02");
        assertThat(desk.does("look-back", id, "--found=巩固").values().get("look_back_due"))
                .isNull();
    }

    @Test
    void aSuspensionEndsByItselfAndALawsuitStopsTheClock() {
        String id = desk.itemIn(State.SUSPENDED);
        desk.clock.goTo(LocalDate.parse("2026-08-01"));
        desk.ledger.catchUp();

        assertThat(desk.state(id)).isEqualTo("IN_PROGRESS");
        assertThat(desk.ledger.log().subject(id).of("deadline")).isEqualTo("2026-10-08");
        assertThat(desk.ledger.log().history(id).getLast().role()).isEqualTo(Role.SYSTEM);
        assertThat(desk.ledger.catchUp().done()).isEmpty();
    }

    @Test
    void mergingMovesSourcesAndLinksAndCanBeRevived() {
        desk.bringIn("a1", "存在的问题：预算不准。");
        String into = desk.proposed("预算不准");
        desk.does("add", "预算编得不准", "--unit=水利局", "--year=2024", "--report=a1", "--quote=预算不准");
        String twin = "ZG-2024-0001-0002";
        desk.does("remedy", twin, "--text=培训");
        desk.does("merge", twin, "--into=" + into);
        assertThat(desk.ledger.log().subject(into).count("source")).isEqualTo(1);
        assertThat(desk.ledger.log().subject(into).members("remedy")).containsExactly("CS-000001");
        assertThat(desk.refused("merge", into, "--into=" + twin)).isEqualTo(List.of("target"));
        desk.does("revive", twin, "--reason=不是一回事");

        assertThat(desk.state(twin)).isEqualTo("PROPOSED");
        assertThat(desk.ledger.log().subject(into).count("source")).isZero();
        assertThat(desk.ledger.log().subject(into).members("remedy")).isEmpty();
    }

    @Test
    void aRemedyForSeveralItemsIsDoneForAllOfThem() {
        String one = desk.itemIn(State.IN_PROGRESS);
        String other = desk.itemIn(State.IN_PROGRESS);
        desk.does("remedy", one, "--text=统一培训");
        desk.does("link", other, "--remedy=CS-000001");
        desk.does("finish", one, "--remedy=CS-000001");

        assertThat(desk.ledger.log().subject(other).of("remedy.CS-000001.state"))
                .isEqualTo("done");
        desk.does("undo", Long.toString(desk.ledger.log().batches(1).getFirst().batch()));
        assertThat(desk.ledger.log().subject(other).of("remedy.CS-000001.state"))
                .isEqualTo("planned");
    }

    @Test
    void whoIsRefusedLearnsWhatIsMissingAndWhoCouldDoWhatInstead() {
        String id = desk.itemIn(State.ASSIGNED);
        assertThat(desk.told("销号", id)).contains("“销号”须在待验收时办理，现为待签收", "签收（承办单位", "退回（承办单位", "暂缓（领导");
    }

    @Test
    void whereThereIsAnAdministratorOnlyThoseRegisteredActAndOnlyInTheirRoles() {
        String id = desk.itemIn(State.ASSIGNED);
        desk.rows("party", "农业局");
        desk.rows("party", "李四", "--role=承办单位", "--unit=水利局");
        desk.rows("party", "周六", "--role=承办单位", "--unit=农业局");
        desk.rows("party", "王五", "--role=验收员");
        desk.rows("party", "吴主任", "--role=管理员");

        assertThatThrownBy(() -> desk.rows("receive", id, "--person=李四")).isInstanceOf(WorkbenchException.class);
        assertThatThrownBy(() -> desk.rows("receive", id, "--as=无名氏")).isInstanceOf(WorkbenchException.class);
        assertThat(desk.refused("receive", id, "--person=周六", "--as=周六")).isEqualTo(List.of("own_unit"));
        assertThat(desk.refused("receive", id, "--person=李四", "--as=王五")).isEqualTo(List.of("role"));
        desk.does("receive", id, "--person=李四", "--as=李四");
        assertThatThrownBy(() -> desk.rows("party", "郑某", "--role=领导", "--as=王五"))
                .isInstanceOf(WorkbenchException.class);
        assertThat(desk.told("who", id)).contains("报验");
        assertThatThrownBy(() -> desk.rows("party", "吴主任", "--without-role=管理员", "--as=吴主任"))
                .hasMessageContaining("only administrator");
    }

    @Test
    void whoIsEnteredLaterIsStillTheOneWhoSubmitted() {
        String id = desk.itemIn(State.SUBMITTED);
        desk.rows("party", "李四", "--role=验收员");
        desk.rows("party", "李四", "--rename=李思");

        assertThat(desk.refused("verify", id, "--result=已完成", "--as=李思"))
                .isEqualTo(List.of("not_submitter", "not_responsible"));
    }

    @Test
    void aRenamedUnitIsKnownByItsFormerName() {
        desk.proposed("一");
        desk.rows("party", "水利局", "--rename=水务局");

        assertThat(desk.does("add", "二", "--unit=水利局", "--year=2024", "--reason=手工")
                        .values())
                .containsEntry("unit", "水务局")
                .containsEntry("id", "ZG-2024-0001-0002");
    }

    @Test
    void aBatchIsDoneItemByItemAndToldItemByItem() {
        String one = desk.itemIn(State.REGISTERED);
        String other = desk.itemIn(State.PROPOSED);
        List<DataRow> rows =
                desk.rows("assign", one, other, "ZG-2024-0009-0001", "--lead=水利局", "--leader=钱副局长", "--number=1号");

        assertThat(rows).extracting(DataRow::type).containsExactly("item", "refusal", "refusal", "batch");
        assertThat(rows.getLast().values()).containsEntry("done", 1).containsEntry("refused", 2);
        assertThat(desk.state(one)).isEqualTo("ASSIGNED");
        assertThat(desk.state(other)).isEqualTo("PROPOSED");
    }

    @Test
    void whatAProgramFindsWaitsForAPersonAndTheSameReportTwiceChangesNothing() {
        desk.bringIn("a1", "预算编制不够精准，主要是前期调研不足。下一步，印发办法。");
        desk.rows("party", "水利局");
        List<Proposal> found = List.of(new Proposal(
                Map.of(
                        Input.UNIT, "DW-0001",
                        Input.YEAR, "2024",
                        Input.TITLE, "预算编制不够精准",
                        Input.REPORT, "a1",
                        Input.QUOTE, "预算编制不够精准"),
                List.of(Map.of(Input.TEXT, "前期调研不足")),
                List.of(new Proposal.Remedy(
                        Map.of(Input.TEXT, "印发办法", Input.STRENGTH, "strong", Input.STATUS, "proposed"), "都说到预算")),
                ""));
        Outcome first = desk.ledger.propose(found, Actor.SYSTEM);
        String id = first.done().getFirst().id();
        Fields item = desk.ledger.log().subject(id);

        assertThat(item.of("state")).isEqualTo("PROPOSED");
        assertThat(item.of("source.1.anchor")).startsWith("a1~");
        assertThat(item.of("cause.1.text")).isEqualTo("前期调研不足");
        assertThat(item.of("remedy.CS-000001.status")).isEqualTo("proposed");
        assertThat(item.of("remedy.CS-000001.why")).isEqualTo("都说到预算");

        desk.does("dismiss", id, "--because=其他", "--reason=已说明");
        assertThat(desk.ledger.propose(found, Actor.SYSTEM).batch()).isZero();
        desk.does("undo", Long.toString(desk.ledger.log().batches(1).getFirst().batch()));
        desk.ledger.undo(first.batch(), "查错了", Actor.SYSTEM);
        assertThat(desk.ledger.items().count(ItemFilter.ALL)).isZero();
        assertThat(desk.ledger.propose(found, Actor.SYSTEM).done()).isNotEmpty();
    }

    @Test
    void nobodyWritesOverWhatAnotherDidMeanwhile() {
        String id = desk.itemIn(State.PROPOSED);
        Outcome late = desk.ledger.carryOut(
                List.of(new Order(Act.EDIT, id, Map.of(Input.TITLE, "新"), "", 7)), Actor.anybody("甲"));
        assertThat(late.refused().getFirst().failed()).containsExactly("version");
    }

    @Test
    void badValuesAreNamedBeforeAnythingIsWritten() {
        String id = desk.itemIn(State.PROPOSED);
        long head = desk.ledger.log().head().sequence();
        for (String wrong :
                List.of("--deadline=2021915日", "--deadline=2026-02-30", "--kind=随便", "--amount=十万", "--lead=水利局")) {
            assertThatThrownBy(() -> desk.rows("register", id, wrong))
                    .isInstanceOf(WorkbenchException.class)
                    .hasMessageContaining(wrong.contains("lead") ? "--lead" : wrong.substring(wrong.indexOf('=') + 1));
        }
        assertThatThrownBy(() -> desk.rows("add", "x", "--unit=水力局", "--year=2024", "--reason=r"))
                .hasMessageContaining("水力局");
        assertThat(desk.ledger.log().head().sequence()).isEqualTo(head);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clos ZG-2024-0001-0001",
                "show ZG-2024-0009-0009",
                "show",
                "list --state=天气",
                "list --kind=随便",
                "undo",
                "undo 999",
                "party",
                "party 张三 --role=皇帝",
                "party 张三 --role=承办单位",
                "add 某事 --year=2024 --reason=手工",
                "add 某事 --unit=水力局 --year=2024 --reason=手工",
                "add 某事 --unit=水利局 --year=去年 --reason=手工",
                "edit ZG-2024-0001-0001 --lead=水利局",
                "return ZG-2024-0001-0001 --lead=水利局",
                "edit ZG-2024-0001-0001 --amount=十万",
                "edit ZG-2024-0001-0001 --amount=0.001元",
                "register ZG-2024-0001-0001 --deadline=2021915日",
                "register ZG-2024-0001-0001 --deadline=2026-02-30",
                "figures --as-of=昨天",
                "evidence ZG-2024-0001-0001 --file=/没有/这个"
            })
    void whatIsOffIsToldInChineseToo(String line) throws IOException {
        desk.proposed("预算编制不够精准");
        Catalogue chinese = Catalogue.of(Ledger.class.getClassLoader());

        assertThatThrownBy(() -> desk.rows(line.split(" ")))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(chinese.unknown(refused.getMessage() + "\n" + refused.remedy()))
                                .isEmpty());
    }
}
