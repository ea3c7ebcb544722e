package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.DataRow;
import gewu.api.workbench.HealthFinding;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every figure, counted a second time by hand from the bare events, and every flag: over ledgers that random people
/// made in years, today and on past days, whole and by group. The difference is 0.
final class FiguresOracleTest {
    private static final Set<String> OPEN = Set.of("REGISTERED", "ASSIGNED", "IN_PROGRESS", "LONG_TERM", "SUBMITTED");
    private static final Set<String> NEVER = Set.of("PROPOSED", "DISMISSED", "MERGED");

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

    /// The items as the events until a moment make them, folded without any help.
    private List<Map<String, String>> items(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<String, Map<String, String>> all = new TreeMap<>();
        desk.store.forEach("SELECT subject, at, changes FROM ledger_event ORDER BY sequence", row -> {
            if (row.text("subject").startsWith("ZG-") && row.instant("at").isBefore(end)) {
                Map<String, String> item = all.computeIfAbsent(row.text("subject"), _ -> new HashMap<>());
                Canon.read(row.text("changes")).forEach(it -> {
                    if (it.after().isEmpty()) {
                        item.remove(it.field());
                    } else {
                        item.put(it.field(), it.after());
                    }
                });
            }
        });
        all.values().removeIf(it -> !it.containsKey("state"));
        return List.copyOf(all.values());
    }

    private static long[] count(List<Map<String, String>> items, LocalDate today, String figure) {
        long numerator = 0;
        long denominator = 0;
        for (Map<String, String> it : items) {
            String state = it.getOrDefault("state", "");
            boolean isClosed = state.equals("CLOSED");
            boolean isDue = !NEVER.contains(state);
            boolean isOpen = OPEN.contains(state);
            String first = it.getOrDefault("deadline_first", "");
            String now = it.getOrDefault("deadline", "");
            String closed = it.getOrDefault("closed_on", "");
            String registered = it.getOrDefault("registered_on", "");
            long age = registered.isEmpty() ? -1 : ChronoUnit.DAYS.between(LocalDate.parse(registered), today);
            switch (figure) {
                case "rectified" -> {
                    numerator += isClosed && it.getOrDefault("result", "").equals("done") ? 1 : 0;
                    denominator += isDue ? 1 : 0;
                }
                case "rectified_or_basically" -> {
                    numerator += isClosed ? 1 : 0;
                    denominator += isDue ? 1 : 0;
                }
                case "on_time" -> {
                    numerator += isClosed && !first.isEmpty() && closed.compareTo(first) <= 0 ? 1 : 0;
                    denominator += isClosed && !first.isEmpty() ? 1 : 0;
                }
                case "overdue" -> {
                    numerator += isOpen && !now.isEmpty() && now.compareTo(today.toString()) < 0 ? 1 : 0;
                    denominator += isOpen ? 1 : 0;
                }
                case "extended" -> {
                    numerator += isDue && has(it, "extension\\.\\d+\\.decision", "granted") > 0 ? 1 : 0;
                    denominator += isDue ? 1 : 0;
                }
                case "recurrent" -> {
                    numerator += isDue && Integer.parseInt(it.getOrDefault("occurrence", "1")) > 1 ? 1 : 0;
                    denominator += isDue ? 1 : 0;
                }
                case "rebounded" -> {
                    numerator += has(it, "look_back\\.\\d+\\.found", "back|partly_back|on_paper");
                    denominator += has(it, "look_back\\.\\d+\\.found", "held|back|partly_back|on_paper");
                }
                case "money" -> {
                    numerator += Long.parseLong(it.getOrDefault("amount_fixed", "0"));
                    denominator += Long.parseLong(it.getOrDefault("amount_found", "0"));
                }
                case "days" -> {
                    numerator += isClosed
                            ? ChronoUnit.DAYS.between(LocalDate.parse(registered), LocalDate.parse(closed))
                            : 0;
                    denominator += isClosed ? 1 : 0;
                }
                case "rules" -> {
                    numerator += Long.parseLong(it.getOrDefault("rules_made", "0"));
                    denominator += isDue ? 1 : 0;
                }
                case "persons" -> {
                    numerator += Math.max(
                            Long.parseLong(it.getOrDefault("persons_held", "0")),
                            has(it, "accountability\\.\\d+\\.person", ".*"));
                    denominator += isDue ? 1 : 0;
                }
                default -> {
                    denominator += isOpen ? 1 : 0;
                    boolean isOfAge = switch (figure) {
                        case "age_30" -> age >= 0 && age <= 30;
                        case "age_90" -> age > 30 && age <= 90;
                        case "age_180" -> age > 90 && age <= 180;
                        case "age_365" -> age > 180 && age <= 365;
                        case "age_more" -> age > 365;
                        default -> throw new AssertionError("Nobody counts " + figure + " by hand.");
                    };
                    numerator += isOpen && isOfAge ? 1 : 0;
                }
            }
        }
        return new long[] {numerator, denominator};
    }

    private static long has(Map<String, String> item, String field, String value) {
        return item.entrySet().stream()
                .filter(it -> it.getKey().matches(field) && it.getValue().matches(value))
                .count();
    }

    private void compare(List<LedgerFigures.Figure> told, LocalDate day, String group) {
        List<Map<String, String>> items = items(day);
        assertThat(told).isNotEmpty();
        for (LedgerFigures.Figure it : told) {
            List<Map<String, String>> own = items.stream()
                    .filter(item ->
                            group.isEmpty() || item.getOrDefault(group, "").equals(it.group()))
                    .toList();
            assertThat(new long[] {it.numerator(), it.denominator()})
                    .as("%s of “%s” on %s", it.rate(), it.group(), day)
                    .isEqualTo(count(own, day, it.rate().id()));
        }
    }

    @Test
    void everyFigureIsWhatAHandCountsFromTheEventsTodayAndOnPastDays() {
        RandomLedger random = new RandomLedger(desk, 20261121);
        desk.does("look-back", desk.itemIn(State.CLOSED), "--found=反弹", "--as=周七");
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("ask", id, "--until=2026-09-01", "--reason=流标", "--as=李四");
        desk.does("decide", id, "--decision=同意", "--as=赵局长");
        desk.does("edit", id, "--amount=3万元");
        List<LocalDate> days = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            random.live(500, 60);
            days.add(desk.ledger.today());
            LedgerFigures figures = new LedgerFigures(desk.store, desk.ledger);
            compare(figures.today(""), desk.ledger.today(), "");
            for (String group : List.of("unit", "kind", "year", "severity", "category", "lead")) {
                compare(figures.today(group), desk.ledger.today(), group);
            }
            desk.clock.goTo(desk.ledger.today().plusDays(1));
        }
        LedgerFigures figures = new LedgerFigures(desk.store, desk.ledger);
        for (LocalDate day : days) {
            compare(figures.asOf(day, ZoneOffset.UTC, ""), day, "");
            compare(figures.asOf(day, ZoneOffset.UTC, "unit"), day, "unit");
        }
        // The people did enough for figures to be told of.
        assertThat(random.done().keySet()).contains("submit", "suspend", "account");
        for (LedgerFigures.Figure it : figures.today("")) {
            assertThat(it.denominator()).as(it.rate().id()).isPositive();
        }
        assertThat(new LedgerHealth(desk.ledger).check().subList(0, 2))
                .allMatch(it -> it.state() == HealthFinding.State.WELL);
        flags();
    }

    /// Each flag is told of the table as of the items themselves.
    private void flags() {
        Flag.Days days = Flag.Days.of(desk.ledger.today(), desk.ledger.terms());
        List<String> all = desk.ledger.items().ids(ItemFilter.ALL);
        for (Flag flag : Flag.values()) {
            ItemFilter filter = ItemFilter.ALL.with(List.of(new Flag.Asked(flag, days)));
            assertThat(desk.ledger.items().ids(filter))
                    .as(flag.label().zh())
                    .isEqualTo(all.stream()
                            .filter(id -> filter.keeps(desk.ledger.log().subject(id)))
                            .toList());
        }
    }

    @Test
    void onTimeIsByTheFirstDeadlineWhateverWasGrantedSince() {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("ask", id, "--until=2026-09-01", "--reason=流标", "--as=李四");
        desk.does("decide", id, "--decision=同意", "--as=赵局长");
        desk.clock.goTo(LocalDate.parse("2026-08-01"));
        desk.does("evidence", id, "--file=" + desk.file("制度.txt", "办法"), "--as=李四");
        desk.does("submit", id, "--percent=100", "--as=李四");
        desk.does("examine", id, "--evidence=1", "--verdict=认可", "--as=王五");
        desk.does("verify", id, "--result=已完成", "--as=王五");
        desk.does("outcome", id, "--outcome=无金额", "--as=李四");
        desk.does("close", id, "--as=王五");
        List<DataRow> behind = desk.rows("figures", "--list=按期整改率");
        assertThat(behind.getFirst().values())
                .containsEntry("item", id)
                .containsEntry("numerator", 0L)
                .containsEntry("denominator", 1L);
        assertThat(behind.getLast().values())
                .containsEntry("value", "0.0000")
                .containsEntry("as_of", "2026-08-01")
                .containsEntry("numerator_is", "首次时限内销号");
    }

    @Test
    void oldDebtsAgeOverYears() {
        String id = desk.itemIn(State.IN_PROGRESS);
        Map<String, String> ages = Map.of(
                "2026-06-05", "age_30",
                "2026-06-06", "age_90",
                "2026-08-05", "age_180",
                "2026-11-03", "age_365",
                "2027-05-06", "age_365",
                "2027-05-07", "age_more",
                "2031-01-01", "age_more");
        for (String day : new TreeSet<>(ages.keySet())) {
            desk.clock.goTo(LocalDate.parse(day));
            List<Object> of = desk.rows("figures").stream()
                    .filter(it -> String.valueOf(it.values().get("figure")).startsWith("age_"))
                    .filter(it -> it.values().get("items") instanceof List<?> ids && ids.contains(id))
                    .map(it -> (Object) String.valueOf(it.values().get("figure")))
                    .toList();
            assertThat(of).as(day).containsExactly((Object) ages.getOrDefault(day, ""));
        }
    }

    @Test
    void whatIsFoundBackCountsForWhoClosedItThen() {
        String id = desk.itemIn(State.CLOSED);
        desk.does("look-back", id, "--found=反弹", "--as=周七");
        desk.does("reopen", id, "--reason=又来了", "--deadline=2026-05-20");
        desk.does("evidence", id, "--file=" + desk.file("新.txt", "新办法"), "--as=李四");
        desk.does("submit", id, "--percent=100", "--as=李四");
        desk.does("examine", id, "--evidence=1", "--verdict=认可", "--as=孙八");
        desk.does("examine", id, "--evidence=2", "--verdict=认可", "--as=孙八");
        desk.does("verify", id, "--result=已完成", "--as=孙八");
        desk.does("close", id, "--as=孙八");
        desk.does("look-back", id, "--found=巩固", "--as=周七");

        List<DataRow> rows = desk.rows("figures", "--by=verifier");
        assertThat(rows)
                .extracting(it -> it.values().get("group") + " " + it.values().get("numerator") + "/"
                        + it.values().get("denominator"))
                .containsExactly("孙八 0/1", "王五 1/1");
        assertThat(desk.rows("figures", "--by=verifier", "--as-of=2026-05-06")).isEqualTo(rows);
    }

    @Test
    void resultsAreToldInThreeFourOrFiveWays() {
        for (State state : State.values()) {
            desk.itemIn(state);
        }
        assertThat(told("3")).containsExactly("已整改 1", "整改中 2", "未整改 4");
        assertThat(told("4")).containsExactly("已完成 1", "正在整改 1", "长期整改 1", "尚未整改 4");
        assertThat(told("5")).containsExactly("已完成 1", "基本完成 0", "正在整改 1", "长期整改 1", "尚未整改 4");
        desk.clock.goTo(LocalDate.parse("2026-09-02"));
        assertThat(told("4")).as("a milestone was missed").contains("长期整改 0", "尚未整改 5");
    }

    private List<String> told(String scheme) {
        return desk.rows("figures", "--scheme=" + scheme).stream()
                .map(it -> it.values().get("name") + " " + it.values().get("numerator"))
                .toList();
    }
}
