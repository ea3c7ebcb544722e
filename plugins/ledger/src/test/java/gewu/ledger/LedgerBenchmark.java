package gewu.ledger;

import gewu.api.job.Progress;
import gewu.api.workbench.Panel;
import gewu.ledger.remind.Reminders;
import gewu.ledger.remind.Round;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ledger at the size of a province, beside the bare SQL: `-Dgewu.items=100000` (ten events each) is the size to
/// quote; the short form only shows that it runs.
@Tag("bench")
class LedgerBenchmark {
    private static final int ITEMS = Integer.getInteger("gewu.items", 1_000);
    private static final int BULK = Math.min(5_000, ITEMS / 4);
    private static final int AT_ONCE = 2_000;
    private static final int UNITS = 200;
    private static final int TURNS = 11;

    @TempDir
    private Path folder;

    private interface Work {
        Object run();
    }

    @Test
    void listsFiltersBulkAndUndoBesideTheBareStatements() {
        try (Desk desk = Desk.in(folder)) {
            long begun = System.nanoTime();
            fill(desk);
            long events = desk.ledger.log().head().sequence();
            System.out.printf(
                    "%d items, %d events, made in %.1f s%n", ITEMS, events, (System.nanoTime() - begun) / 1e9);
            reads(desk);
            views(desk);
            bulk(desk);
            once("health: chain and folds", () -> new LedgerHealth(desk.ledger).check());
            once(
                    "figures of a past day",
                    () -> new LedgerFigures(desk.store, desk.ledger)
                            .asOf(desk.ledger.today(), desk.clock.getZone(), ""));
            reminders(desk);
        }
    }

    private static void reminders(Desk desk) {
        once("reminders: the first round plans all", () -> desk.reminding().run(Progress.NONE));
        once("a round with nothing due", () -> desk.reminding().run(Progress.NONE));
        List<ItemTable.Kept> page = desk.ledger.items().page(ItemFilter.ALL, false, 200, 0);
        times("next reminder of a page of 200", () -> {
            Reminders.Outlook outlook = desk.reminding().reminders().outlook();
            return page.stream()
                    .map(it -> outlook.next(it.standing().id(), it.lastEvent()))
                    .toList();
        });
        desk.clock.goTo(desk.ledger.today().plusDays(45));
        once("a round behind 45 days off", () -> {
            Round round = desk.reminding().run(Progress.NONE);
            System.out.printf("  %d reminders of %d items%n", round.sent(), round.items());
            return round;
        });
    }

    private static void reads(Desk desk) {
        ItemTable items = desk.ledger.items();
        Optional<java.time.LocalDate> day = Optional.of(desk.ledger.today().plusDays(30));
        Map<String, ItemFilter> filters = new java.util.LinkedHashMap<>();
        filters.put("all", ItemFilter.ALL);
        filters.put("state", ItemFilter.in(State.IN_PROGRESS));
        filters.put(
                "unit",
                new ItemFilter(Set.of(), "DW-0007", 0, "", "", "", "", "", false, Optional.empty(), Optional.empty()));
        filters.put(
                "words",
                new ItemFilter(Set.of(), "", 0, "", "", "", "", "第777", false, Optional.empty(), Optional.empty()));
        filters.put("due", new ItemFilter(Set.of(), "", 0, "", "", "", "", "", false, Optional.empty(), day));
        filters.forEach((name, filter) -> {
            times("first page, " + name, () -> items.page(filter, false, 200, 0));
            times(
                    "  bare SQL",
                    () -> desk.store.query(
                            "SELECT id, state, title, unit, deadline FROM ledger_item" + filter.where()
                                    + " ORDER BY id LIMIT 200",
                            row -> row.text("id"),
                            filter.arguments().toArray()));
            times("exact count, " + name, () -> items.count(filter));
        });
        times(
                "first page by deadline, open ones",
                () -> items.page(
                        new ItemFilter(Set.of(), "", 0, "", "", "", "", "", false, day, Optional.empty()),
                        true,
                        200,
                        0));
        times("all ids of a filter", () -> items.ids(ItemFilter.in(State.IN_PROGRESS)));
        times(
                "dashboard: figures and states",
                () -> List.of(new LedgerFigures(desk.store, desk.ledger).today(""), items.byState()));
        String one = items.ids(ItemFilter.ALL).get(ITEMS / 2);
        times("history of one item", () -> desk.ledger.log().history(one));
        times(
                "one act",
                () -> desk.ledger.act(Act.NOTE, List.of(one), Map.of(Input.TEXT, "批"), "", Actor.anybody("甲")));
    }

    /// The views as people see them, with all that stands on them.
    private static void views(Desk desk) {
        StoryView story = new StoryView(desk.ledger, desk.reminding(), desk.shelf);
        Map<String, String> all = Map.of();
        Map<String, String> unit = Map.of("unit", "第7局");
        String one = desk.ledger.items().ids(ItemFilter.ALL).get(ITEMS / 2);
        String month = desk.ledger.log().subject(one).of("deadline").substring(0, 7);
        LedgerView table = new LedgerView(desk.ledger, story);
        times("view: table", () -> table.show(all));
        times("view: table of a unit", () -> table.show(unit));
        times("view: table, last page", () -> table.show(Map.of("offset", Integer.toString(ITEMS - 50))));
        LedgerTableRows rows = new LedgerTableRows(desk.ledger, ItemFilter.ALL, false);
        times("long table: count", () -> rows.count(Panel.Sift.NONE));
        times("long table: first 100", () -> rows.some(Panel.Sift.NONE, 0, 100));
        times("long table: last 100", () -> rows.some(Panel.Sift.NONE, ITEMS - 100, 100));
        for (int column = 0; column < LedgerTableRows.COLUMNS.size() - 1; column++) {
            Panel.Sift sorted = new Panel.Sift(new TreeMap<>(), column, true);
            String head = LedgerTableRows.COLUMNS.get(column).head().zh();
            times("long table: 100 from the middle, by " + head, () -> rows.some(sorted, ITEMS / 2, 100));
        }
        Panel.Sift words = new Panel.Sift(new TreeMap<>(Map.of(2, "第7", 3, "第7局")), 6, false);
        times("long table: sifted by two columns, counted", () -> rows.count(words));
        times("long table: sifted by two columns, by deadline", () -> rows.some(words, 0, 100));
        BoardView board = new BoardView(desk.ledger);
        times("view: board", () -> board.show(all));
        times("view: board of a unit", () -> board.show(unit));
        times("view: board of a person", () -> board.show(Map.of("person", "李四")));
        CalendarView calendar = new CalendarView(desk.ledger);
        times("view: calendar, the full month", () -> calendar.show(Map.of("month", month)));
        times("view: calendar of a unit", () -> calendar.show(Map.of("month", month, "unit", "第7局")));
        times("view: story", () -> story.show(Map.of("item", one)));
        MineView mine = new MineView(desk.ledger);
        times("view: mine, a person with nearly all", () -> mine.show(Map.of("who", "李四")));
        times("view: mine, a unit", () -> mine.show(Map.of("who", "第7局")));
        times("view: leaders", () -> new CasesView(desk.ledger).show(all));
        DashboardView dashboard = new DashboardView(desk.store, desk.ledger, desk.clock);
        times("view: dashboard by unit", () -> dashboard.show(all));
        times("view: dashboard by kind", () -> dashboard.show(Map.of("by", "整改类型")));
        times("view: proposals", () -> new ProposalsView(desk.ledger, desk.shelf, desk.index).show(all));
    }

    private static void bulk(Desk desk) {
        List<String> ids =
                desk.ledger.items().ids(ItemFilter.in(State.IN_PROGRESS)).subList(0, BULK);
        Actor supervisor = Actor.anybody("甲");
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            long worked = work();
            Outcome done = desk.ledger.act(
                    Act.EDIT, ids, Map.of(Input.SEVERITY, i % 2 == 0 ? "high" : "low"), "调整", supervisor);
            double bulk = (System.nanoTime() - begun) / 1e6;
            double bulkWork = (work() - worked) / 1e6;
            long again = System.nanoTime();
            long workedAgain = work();
            desk.ledger.undo(done.batch(), "撤回", supervisor);
            double undo = (System.nanoTime() - again) / 1e6;
            double undoWork = (work() - workedAgain) / 1e6;
            long bare = System.nanoTime();
            desk.store.inTransaction(() -> {
                for (String id : ids) {
                    desk.store.query(
                            "SELECT changes FROM ledger_event WHERE subject = ?", row -> row.text("changes"), id);
                    desk.store.update("UPDATE ledger_item SET severity = ? WHERE id = ?", "high", id);
                    desk.store.update("UPDATE ledger_item SET severity = ? WHERE id = ?", "", id);
                }
            });
            System.out.printf(
                    "bulk of %d: %.0f ms (%.0f of processor time), undo %.0f ms (%.0f); bare statements %.0f ms%n",
                    done.done().size(), bulk, bulkWork, undo, undoWork, (System.nanoTime() - bare) / 1e6);
        }
    }

    /// Items in all stages, ten events each.
    static void fill(Desk desk) {
        Actor all = Actor.anybody("甲");
        desk.store.inTransaction(() -> {
            for (int i = 0; i < UNITS; i++) {
                desk.ledger.party(Ids.UNIT, "party", Map.of("name", "第" + i + "局"), all);
            }
        });
        for (int first = 0; first < ITEMS; first += AT_ONCE) {
            List<Order> orders = new ArrayList<>();
            for (int i = first; i < Math.min(ITEMS, first + AT_ONCE); i++) {
                orders.add(new Order(
                        Act.PROPOSE,
                        "",
                        Map.of(
                                Input.UNIT,
                                "DW-%04d".formatted(1 + i % UNITS),
                                Input.YEAR,
                                Integer.toString(2020 + i / UNITS % 6),
                                Input.TITLE,
                                "第" + i + "号问题：预算编制不够精准，年中追加较多"),
                        "手工录入"));
            }
            List<String> ids = desk.ledger.carryOut(orders, all).done().stream()
                    .map(Outcome.Done::id)
                    .toList();
            Map<Input, String> registered =
                    new HashMap<>(Map.of(Input.CATEGORY, "预算", Input.GOAL, "编准预算", Input.TWIN, "new"));
            registered.put(Input.KIND, first / AT_ONCE % 3 == 0 ? "staged" : "at_once");
            desk.ledger.act(Act.REGISTER, ids, registered, "", all);
            desk.ledger.act(
                    Act.ASSIGN, ids, Map.of(Input.LEAD, "DW-0001", Input.LEADER, "钱副局长", Input.NUMBER, "1号"), "", all);
            List<String> received = ids.subList(0, ids.size() * 9 / 10);
            desk.ledger.act(Act.RECEIVE, received, Map.of(Input.PERSON, "李四"), "", all);
            for (int i = 0; i < 6; i++) {
                desk.ledger.act(
                        Act.REPORT,
                        received,
                        Map.of(
                                Input.TEXT,
                                "已召开会议研究部署，正在修订制度",
                                Input.PERCENT,
                                Integer.toString(10 * i),
                                Input.PERIOD,
                                "2026-0" + (i + 1)),
                        "",
                        all);
            }
        }
    }

    private static void times(String what, Work work) {
        double[] ms = new double[TURNS];
        double[] cpu = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            long begun = System.nanoTime();
            long worked = work();
            work.run();
            ms[i] = (System.nanoTime() - begun) / 1e6;
            cpu[i] = (work() - worked) / 1e6;
        }
        double first = ms[0];
        Arrays.sort(ms);
        Arrays.sort(cpu);
        System.out.printf(
                "%-36s first %.1f ms, p50 %.1f ms, worst %.1f ms; of processor time p50 %.1f ms%n",
                what, first, ms[TURNS / 2], ms[TURNS - 1], cpu[TURNS / 2]);
    }

    /// Processor time of this thread: on a busy machine the clock tells of the others.
    private static long work() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void once(String what, Work work) {
        long begun = System.nanoTime();
        long worked = work();
        work.run();
        System.out.printf(
                "%-40s %.0f ms (%.0f of processor time)%n",
                what, (System.nanoTime() - begun) / 1e6, (work() - worked) / 1e6);
    }
}
