package gewu.ledger;

import static gewu.testkit.Shown.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The views of the ledger: what stands on them and where it leads.
final class ViewsTest extends AtDesk {
    // --- the table

    @Test
    void aRowOfTheTableLeadsToTheStoryOfItsItem() {
        String id = desk.itemIn(State.IN_PROGRESS);

        Panel.Row row = only(Panel.LongTable.class, table().show(Map.of("state", "整改中")))
                .rows()
                .some(Panel.Sift.NONE, 0, 1)
                .getFirst();

        assertThat(row.cells().getFirst().zh()).isEqualTo(id);
        assertThat(row.leads()).containsEntry(0, Ways.story(id));
    }

    @Test
    void theTableIsTurnedPageByPage() {
        proposals(103);

        List<Panel.Link> first = links(table().show(Map.of("words", "第", "offset", "0")));
        Panel second = follow(table(), first, "下一页");

        assertThat(only(Panel.Table.class, second).rows()).hasSize(3);
        assertThat(texts(second)).contains("共 103 项，显示第 101–103 项。");
        assertThat(links(second))
                .extracting(it -> it.words().zh())
                .contains("上一页")
                .doesNotContain("下一页");
    }

    @Test
    void aValueThatAParameterDoesNotTakeIsRefused() {
        assertThatThrownBy(() -> table().show(Map.of("kind", "马上"))).hasMessage("kind takes no “马上”.");
        assertThatThrownBy(() -> table().show(Map.of("offset", "-3"))).hasMessageContaining("-3");
        assertThatThrownBy(() -> calendar().show(Map.of("month", "五月"))).hasMessage("“五月” is no month.");
    }

    @Test
    void eachFilterAsksTheTableWhatItAsksAnItem() {
        for (State state : State.values()) {
            desk.itemIn(state);
        }
        desk.does("ask", inProgress(), "--until=2026-12-01", "--reason=系统改造", "--as=李四");
        desk.clock.goTo(LocalDate.parse("2027-01-10"));
        LocalDate today = desk.ledger.today();
        List<ItemFilter> filters = new ArrayList<>();
        for (Rate rate : Rate.values()) {
            filters.add(ItemFilter.ALL.of(new Behind(rate, true, today)));
            filters.add(ItemFilter.ALL.of(new Behind(rate, false, today)));
        }
        Flag.Days days = new Flag.Days(today, today.plusDays(400), today);
        for (Flag flag : Flag.values()) {
            filters.add(ItemFilter.ALL.with(List.of(new Flag.Asked(flag, days))));
        }
        filters.add(ItemFilter.ALL.with("decider", "钱副局长"));
        filters.add(ItemFilter.ALL.with("year", "2024").with("kind", "at_once"));

        for (ItemFilter filter : filters) {
            assertThat(desk.ledger.items().ids(filter))
                    .as(filter.where())
                    .isEqualTo(desk.ledger.items().ids(ItemFilter.ALL).stream()
                            .filter(it -> filter.keeps(desk.ledger.log().subject(it)))
                            .toList());
        }
    }

    // --- the board

    @Test
    void theBoardCountsAllOfAStateAndShowsTheMostUrgent() {
        String late = desk.itemIn(State.IN_PROGRESS);
        desk.clock.goTo(LocalDate.parse("2026-05-20"));
        for (int i = 0; i < 9; i++) {
            desk.itemIn(State.IN_PROGRESS);
        }

        Panel.Lane lane = lane(new BoardView(desk.ledger).show(Map.of()), "in_progress");

        assertThat(lane.count()).isEqualTo(10);
        assertThat(lane.cards()).hasSize(8);
        assertThat(lane.cards().getFirst().key()).isEqualTo(late);
        assertThat(lane.cards().getFirst().to()).contains(Ways.story(late));
        assertThat(lane.more()).contains(Ways.table(ItemWords.ALL.with("state", "整改中")));
    }

    @Test
    void aCardShowsThatItsItemIsOverdueListedAndInALeadersCharge() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("enlist", id, "--level=县级", "--reason=连年未改");
        desk.does("appoint", id, "--case-leader=孙副县长");
        desk.clock.goTo(LocalDate.parse(deadline(id)).plusDays(3));

        Panel.Card card = lane(new BoardView(desk.ledger).show(Map.of("unit", "水利局")), "in_progress")
                .cards()
                .getFirst();

        assertThat(card.flags())
                .extracting(it -> it.words().zh() + " " + it.tone())
                .containsExactly("超期 3 天 ALARM", "挂牌 CAUTION", "包案 PLAIN");
        assertThat(card.remark().zh()).isEqualTo("水利局　李四　时限 " + deadline(id));
    }

    @Test
    void closedItemsStandInTheOrderOfTheirLookBacks() {
        String first = desk.itemIn(State.CLOSED);
        desk.clock.goTo(LocalDate.parse("2026-05-20"));
        String second = desk.itemIn(State.CLOSED);

        assertThat(lane(new BoardView(desk.ledger).show(Map.of()), "closed").cards())
                .extracting(Panel.Card::key)
                .containsExactly(first, second);
    }

    // --- the calendar

    @Test
    void theCalendarHoldsDeadlinesMilestonesLettersAndLookBacks() {
        String id = desk.itemIn(State.IN_PROGRESS);
        String closed = desk.itemIn(State.CLOSED);
        String month = deadline(id).substring(0, 7);
        desk.does("milestone", id, "--name=建章立制", "--due=" + month + "-03");
        desk.does("letter", id, "--letter=督办函", "--number=督函〔2026〕3号", "--reply-due=" + month + "-02");

        Panel.Calendar calendar = only(Panel.Calendar.class, calendar().show(Map.of("month", month)));

        assertThat(said(calendar))
                .containsExactly(
                        month + "-02 复函期限“督函〔2026〕3号” " + id,
                        month + "-03 节点“建章立制” " + id,
                        deadline(id) + " 整改时限 " + id);
        LocalDate lookBack = LocalDate.parse(desk.ledger.log().subject(closed).of("look_back_due"));
        assertThat(said(only(
                        Panel.Calendar.class,
                        calendar().show(Map.of("month", lookBack.toString().substring(0, 7))))))
                .contains(lookBack + " 回头看 " + closed);
        assertThat(calendar.later())
                .contains(new Panel.Target(
                        Ways.CALENDAR,
                        Map.of(
                                "month",
                                LocalDate.parse(deadline(id))
                                        .plusMonths(1)
                                        .toString()
                                        .substring(0, 7))));
    }

    @Test
    void whatIsReachedAnsweredOrTakenBackLeavesTheCalendar() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("milestone", id, "--name=建章立制", "--due=2026-05-20");
        desk.does("letter", id, "--letter=督办函", "--number=3号", "--reply-due=2026-05-21");
        assertThat(said(may())).hasSize(2);

        desk.does("reach", id, "--milestone=1", "--as=李四");
        desk.does("reply", id, "--number=3号", "--text=已办", "--as=李四");
        assertThat(said(may())).isEmpty();

        List<Event> batches = desk.ledger.log().batches(1);
        desk.rows("undo", Long.toString(batches.getFirst().batch()));
        assertThat(said(may())).containsExactly("2026-05-21 复函期限“3号” " + id);

        desk.ledger.rebuild();
        assertThat(said(may())).containsExactly("2026-05-21 复函期限“3号” " + id);
    }

    @Test
    void aFullDayLeadsToItsList() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(desk.itemIn(State.REGISTERED));
        }
        String day = deadline(ids.getFirst());

        Panel.Day shown = only(Panel.Calendar.class, calendar().show(Map.of("month", day.substring(0, 7))))
                .days()
                .getFirst();

        assertThat(shown.count()).isEqualTo(6);
        assertThat(shown.entries()).hasSize(4);
        Panel.Target more = (Panel.Target) shown.more().orElseThrow();
        assertThat(only(Panel.Table.class, calendar().show(more.parameters())).rows())
                .extracting(it -> it.cells().get(1).zh())
                .containsExactlyElementsOf(ids);
    }

    @Test
    void whatIsPastIsRedAndOverdueItemsAreOneStepAway() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.clock.goTo(LocalDate.parse(deadline(id)).plusDays(40));

        Panel shown = calendar().show(Map.of("month", deadline(id).substring(0, 7)));

        assertThat(only(Panel.Calendar.class, shown)
                        .days()
                        .getFirst()
                        .entries()
                        .getFirst()
                        .tone())
                .isEqualTo(Panel.Tone.ALARM);
        assertThat(links(shown)).extracting(it -> it.words().zh()).containsExactly("超期 1 项");
        assertThat(table().show(((Panel.Target) links(shown).getFirst().to()).parameters()))
                .isEqualTo(table().show(Map.of("overdue", "是")));
    }

    // --- the story

    @Test
    void theStoryShowsTheSentenceInItsReport() {
        desk.bringIn("r1", "一、基本情况\n我局负责水利。\n二、存在的问题\n管护责任没有落实，预算编制不够精准，年中追加较多。\n");
        desk.rows("party", "水利局");
        String id = (String) Objects.requireNonNull(
                desk.does("add", "预算编制不够精准", "--unit=水利局", "--year=2024", "--report=r1", "--quote=预算编制不够精准")
                        .values()
                        .get("id"));

        Panel.Document document = only(Panel.Document.class, story().show(Map.of("item", id)));

        assertThat(document.text()).isEqualTo("管护责任没有落实，预算编制不够精准，年中追加较多。");
        assertThat(document.text()
                        .substring(
                                document.marks().getFirst().start() - document.start(),
                                document.marks().getFirst().end() - document.start()))
                .isEqualTo("预算编制不够精准");
    }

    @Test
    void bothClocksStandInTheStory() {
        String id = desk.itemIn(State.IN_PROGRESS);
        String first = deadline(id);
        desk.does("ask", id, "--until=2026-12-01", "--reason=系统改造", "--as=李四");
        desk.does("decide", id, "--decision=同意", "--as=孙副县长");

        assertThat(rows(story().show(Map.of("item", id)), "时限"))
                .startsWith(
                        "首次时限|" + first + "|" + left(first) + "|", "现时限|2026-12-01|" + left("2026-12-01") + "|延期 1 次");
    }

    @Test
    void theStorySaysWhoMayDoWhatNextAndWhatWasDone() {
        String id = desk.itemIn(State.SUBMITTED);

        Panel story = story().show(Map.of("item", id));

        assertThat(links(story))
                .extracting(it -> it.words().zh())
                .contains("退回补正", "暂缓", "验收认定", "审核佐证")
                .doesNotContain("销号", "签收");
        assertThat(texts(story)).anyMatch(it -> it.startsWith("现在还不能销号：") && it.endsWith("由验收员办理。"));
        assertThat(rows(story, "办理经过")).anyMatch(it -> it.contains("签收") && it.contains("李四（承办单位）"));
    }

    @Test
    void anItemThatRecurredLeadsToTheOneBefore() {
        String before = desk.itemIn(State.CLOSED);
        String id = desk.proposed("预算编制不够精准");
        desk.does("recur", id, "--with=" + before);

        Panel.Table facts = all(Panel.Table.class, story().show(Map.of("item", id))).stream()
                .filter(it -> it.columns().getFirst().head().zh().equals("项目"))
                .findFirst()
                .orElseThrow();

        assertThat(facts.rows()).anyMatch(it -> it.leads().containsValue(Ways.story(before)));
    }

    // --- mine, cases

    @Test
    void myItemsAreWhatWaitsForMe() {
        String late = desk.itemIn(State.IN_PROGRESS);
        desk.rows("party", "王五", "--role=验收员");
        String submitted = desk.itemIn(State.SUBMITTED);
        desk.does("appoint", submitted, "--verifier=王五");
        desk.clock.goTo(LocalDate.parse(deadline(late)).plusDays(1));

        Panel his = new MineView(desk.ledger).show(Map.of("who", "李四"));
        Panel mine = new MineView(desk.ledger).show(Map.of("who", "王五"));

        assertThat(lane(his, "overdue").cards()).extracting(Panel.Card::key).contains(late);
        assertThat(lane(mine, "to_verify").cards()).extracting(Panel.Card::key).containsExactly(submitted);
        assertThat(lane(mine, "overdue").count()).isZero();
    }

    @Test
    void aUnitSeesWhatItHasToReceive() {
        String id = desk.itemIn(State.ASSIGNED);

        Panel shown = new MineView(desk.ledger).show(Map.of("who", "水利局"));

        assertThat(lane(shown, "to_receive").cards())
                .extracting(Panel.Card::key)
                .containsExactly(id);
    }

    @Test
    void anExtensionWaitsForTheLeaderAndNotForWhoAsked() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("appoint", id, "--case-leader=孙副县长");
        desk.does("ask", id, "--until=2026-12-01", "--reason=系统改造", "--as=李四");

        assertThat(lane(new MineView(desk.ledger).show(Map.of("who", "孙副县长")), "to_decide")
                        .cards())
                .extracting(Panel.Card::key)
                .containsExactly(id);
        assertThat(lane(new MineView(desk.ledger).show(Map.of("who", "李四")), "to_decide")
                        .count())
                .isZero();

        desk.does("decide", id, "--decision=不同意", "--as=孙副县长");
        assertThat(lane(new MineView(desk.ledger).show(Map.of("who", "孙副县长")), "to_decide")
                        .count())
                .isZero();
    }

    @Test
    void aLeadersCasesStandWithTheReddestFirstAndTheirDutiesTicked() {
        String closed = desk.itemIn(State.CLOSED);
        String late = desk.itemIn(State.IN_PROGRESS);
        desk.does("milestone", late, "--name=建章立制", "--due=2026-05-20");
        desk.does("appoint", late, "--case-leader=孙副县长");
        desk.clock.goTo(LocalDate.parse("2026-05-20"));
        String later = desk.itemIn(State.ASSIGNED);
        desk.does("appoint", later, "--case-leader=孙副县长");
        desk.clock.goTo(LocalDate.parse(deadline(late)).plusDays(2));

        List<String> cases = rows(new CasesView(desk.ledger).show(Map.of("leader", "孙副县长")), "孙副县长包案 2 项");

        assertThat(cases.getFirst()).startsWith(late + "|预算编制不够精准|水利局|整改中|-2|").contains("✓责任到位 ✓签收 ○节点0/1 ○进度0%");
        assertThat(cases.getLast()).startsWith(later);
        assertThat(cases).noneMatch(it -> it.startsWith(closed));
        assertThat(rows(new CasesView(desk.ledger).show(Map.of()), "领导包案，截至 " + desk.ledger.today()))
                .containsExactly("孙副县长|2|2|1|" + (cases.getLast().contains("临期") ? 1 : 0) + "|0");
    }

    // --- the dashboard

    @Test
    void everyCountOfTheDashboardLeadsToJustSoManyItems() {
        for (State state : State.values()) {
            desk.itemIn(state);
        }
        desk.clock.goTo(LocalDate.parse("2026-08-20"));
        int followed = 0;
        for (String by : List.of("责任单位", "牵头单位", "整改类型", "年度", "问题类别", "问题来源")) {
            for (Panel.Table it : all(Panel.Table.class, dashboard().show(Map.of("by", by)))) {
                for (Panel.Row row : it.rows()) {
                    for (Map.Entry<Integer, Panel.Destination> lead :
                            row.leads().entrySet()) {
                        String said = row.cells().get(lead.getKey()).zh();
                        Panel.Target to = (Panel.Target) lead.getValue();
                        if (said.matches("\\d+")
                                && !to.parameters().getOrDefault("figure", "").equals("平均整改天数")) {
                            assertThat(listed(to))
                                    .as(row.cells().getFirst().zh() + " → " + to)
                                    .isEqualTo(said);
                            followed++;
                        }
                    }
                }
            }
        }
        assertThat(followed).isGreaterThan(50);
    }

    @Test
    void theBarsOfTheDashboardLeadToTheirItems() {
        for (State state : State.values()) {
            desk.itemIn(state);
        }

        List<Panel.Point> bars = all(Panel.Chart.class, dashboard().show(Map.of())).stream()
                .flatMap(it -> it.series().getFirst().points().stream())
                .toList();

        assertThat(bars)
                .hasSize(State.values().length + 5)
                .allSatisfy(it ->
                        assertThat(listed((Panel.Target) it.to().orElseThrow())).isEqualTo(it.label()));
    }

    @Test
    void aPastDaysFiguresAreMadeAgainAndLeadNowhere() {
        desk.itemIn(State.IN_PROGRESS);
        desk.clock.goTo(LocalDate.parse("2026-06-01"));
        desk.itemIn(State.CLOSED);

        Panel past = dashboard().show(Map.of("as_of", "2026-05-10"));

        assertThat(rows(past, "整改情况，截至 2026-05-10")).contains("整改率|0.00%|0|1|已完成 ÷ 应整改");
        assertThat(rows(dashboard().show(Map.of()), "整改情况，截至 2026-06-01")).contains("整改率|50.00%|1|2|已完成 ÷ 应整改");
        assertThat(all(Panel.Table.class, past))
                .allMatch(it -> it.rows().stream().allMatch(row -> row.leads().isEmpty()));
    }

    // --- proposals

    @Test
    void aProposalShowsItsSentenceAndThatNoRemedyAnswersIt() {
        desk.bringIn("r1", 1, "青禾县水利局", 2024, 0.5, "二、存在的问题\n【预算编制不够精准】，年中追加较多。\n");
        desk.rows("take");

        Panel.Beside shown =
                only(Panel.Beside.class, new ProposalsView(desk.ledger, desk.shelf, desk.index).show(Map.of()));
        Panel.Card card = lane(shown.list(), "proposed").cards().getFirst();

        assertThat(card.key()).isEqualTo(shown.key());
        assertThat(card.words().zh()).isEqualTo("预算编制不够精准");
        assertThat(card.flags()).extracting(it -> it.words().zh()).containsExactly("低置信", "有问题无措施", "无原因分析");
        Panel.Document sentence = only(Panel.Document.class, shown.chosen());
        assertThat(sentence.text()).contains("年中追加较多");
        assertThat(sentence.marks()).hasSize(1);
    }

    @Test
    void aProposalThatMayBeKnownHasTheReasonAndAButtonForEachAnswer() {
        desk.bringIn("r1", 1, "青禾县水利局", 2023, 0.9, "二、存在的问题\n【预算编制不够精准】。\n");
        desk.rows("take");
        desk.bringIn("r2", 1, "青禾县水利局", 2024, 0.9, "二、存在的问题\n【预算编制不够精准】，年中追加较多。\n");
        desk.rows("take");
        List<String> ids = desk.ledger.items().ids(ItemFilter.ALL);

        Panel shown = new ProposalsView(desk.ledger, desk.shelf, desk.index).show(Map.of("item", ids.getLast()));

        assertThat(all(Panel.Form.class, shown))
                .filteredOn(it -> it.arguments().contains(ids.getFirst()))
                .extracting(it -> it.arguments().getFirst() + " " + it.submit().zh())
                .containsExactly("same 同一问题，并入", "similar 认定相近", "different 认定不同");
        assertThat(texts(shown)).anyMatch(it -> it.contains("名称用字相同"));
        assertThat(field(shown, "--twin")).isEmpty();
        desk.does("different", ids.getLast(), ids.getFirst());
        Panel answered = new ProposalsView(desk.ledger, desk.shelf, desk.index).show(Map.of("item", ids.getLast()));
        assertThat(all(Panel.Form.class, answered)).hasSize(1);
        assertThat(field(answered, "--twin")).isEqualTo("新");
    }

    /// What stands in a field of the form of the chosen proposal.
    private static String field(Panel panel, String name) {
        return all(Panel.Form.class, panel).getLast().fields().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    // --- saved filters

    @Test
    void aSavedFilterHoldsInTheListAndInTheViews() {
        String late = desk.itemIn(State.IN_PROGRESS);
        desk.clock.goTo(LocalDate.parse(deadline(late)).plusDays(1));
        desk.itemIn(State.REGISTERED);
        desk.does("filter", "水利局超期", "--unit=水利局", "--overdue");

        assertThat(desk.rows("list", "--filter=水利局超期"))
                .filteredOn(it -> it.type().equals("item"))
                .extracting(it -> it.values().get("id"))
                .containsExactly(late);
        Panel board = new BoardView(desk.ledger).show(Map.of("filter", "水利局超期"));
        assertThat(lane(board, "registered").count()).isZero();
        assertThat(lane(board, "in_progress").more())
                .contains(Ways.table(ItemWords.ALL.with("state", "整改中")).with("filter", "水利局超期"));
        assertThat(links(board))
                .filteredOn(Panel.Link::isCurrent)
                .extracting(it -> it.words().zh())
                .containsExactly("水利局超期");
        assertThat(desk.told("filter")).isEqualTo("水利局超期|大家的|超期、责任单位 水利局");
    }

    @Test
    void whatIsAskedBesideASavedFilterNarrowsIt() {
        desk.itemIn(State.IN_PROGRESS);
        desk.itemIn(State.REGISTERED);
        desk.does("filter", "水利局", "--unit=水利局");

        assertThat(listed(new Panel.Target(Ways.TABLE, Map.of("filter", "水利局", "state", "已立项"))))
                .isEqualTo("1");
    }

    @Test
    void aFilterIsTakenAwayByItsNameAndOwner() {
        desk.itemIn(State.REGISTERED);
        desk.does("filter", "我的", "--unit=水利局", "--as=李四");

        assertThatThrownBy(() -> desk.rows("filter", "remove", "我的")).hasMessage("There is no saved filter “我的”.");
        desk.rows("filter", "remove", "我的", "--as=李四");
        assertThatThrownBy(() -> desk.rows("list", "--filter=我的")).hasMessage("There is no saved filter “我的”.");
    }

    @Test
    void aFilterThatLeavesNothingOutOrNamesNobodyIsNotKept() {
        assertThatThrownBy(() -> desk.rows("filter", "全部")).hasMessage("The filter “全部” would leave nothing out.");
        assertThatThrownBy(() -> desk.rows("filter", "水务", "--unit=没有的局")).hasMessageContaining("没有的局");
        assertThat(desk.ledger.filters().all()).isEmpty();
    }

    // --- helpers

    private LedgerView table() {
        return new LedgerView(desk.ledger, story());
    }

    private StoryView story() {
        return new StoryView(desk.ledger, desk.reminding(), desk.shelf);
    }

    private CalendarView calendar() {
        return new CalendarView(desk.ledger);
    }

    private DashboardView dashboard() {
        return new DashboardView(desk.store, desk.ledger, desk.clock);
    }

    private Panel.Calendar may() {
        return only(Panel.Calendar.class, calendar().show(Map.of("month", "2026-05")));
    }

    private String inProgress() {
        return desk.ledger.items().ids(ItemFilter.in(State.IN_PROGRESS)).getFirst();
    }

    private String deadline(String id) {
        return desk.ledger.log().subject(id).of("deadline");
    }

    private String left(String day) {
        return "剩 " + (LocalDate.parse(day).toEpochDay() - desk.ledger.today().toEpochDay()) + " 天";
    }

    private void proposals(int count) {
        desk.rows("party", "水利局");
        List<Order> orders = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            orders.add(new Order(
                    Act.PROPOSE,
                    "",
                    Map.of(Input.UNIT, "DW-0001", Input.YEAR, "2024", Input.TITLE, "第" + i + "个问题"),
                    "手工录入"));
        }
        desk.ledger.carryOut(orders, Actor.anybody("甲"));
    }

    /// How many items the table lists there, as its last line says.
    private String listed(Panel.Target to) {
        return all(Panel.LongTable.class, table().show(to.parameters())).stream()
                .map(it -> Long.toString(it.rows().count(Panel.Sift.NONE)))
                .findFirst()
                .orElse("0");
    }

    private static List<String> said(Panel.Calendar calendar) {
        return calendar.days().stream()
                .flatMap(day -> day.entries().stream()
                        .map(it -> day.on() + " " + it.kind().zh() + " " + it.key()))
                .toList();
    }

    private static Panel.Lane lane(Panel panel, String id) {
        return only(Panel.Board.class, panel).lanes().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Panel follow(View view, List<Panel.Link> links, String words) {
        Panel.Target to = (Panel.Target) links.stream()
                .filter(it -> it.words().zh().equals(words))
                .findFirst()
                .orElseThrow()
                .to();
        return view.show(to.parameters());
    }

    private static List<Panel.Link> links(Panel panel) {
        return all(Panel.Links.class, panel).stream()
                .flatMap(it -> it.links().stream())
                .toList();
    }

    private static <T extends Panel> T only(Class<T> kind, Panel panel) {
        List<T> found = all(kind, panel);
        assertThat(found).as(kind.getSimpleName()).isNotEmpty();
        return found.getFirst();
    }
}
