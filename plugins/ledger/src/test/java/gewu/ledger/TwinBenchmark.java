package gewu.ledger;

import gewu.testkit.RecordedOutput;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long it takes to look for the same problem in a large ledger: `-Dgewu.items=100000` is the size
/// to quote. The nearest paragraphs come from the plain index of the testkit, which holds no reports
/// here, so that what is measured is the ledger's own part: all items of the same unit.
@Tag("bench")
class TwinBenchmark {
    private static final int ITEMS = Integer.getInteger("gewu.items", 2_000);
    private static final int UNITS = Integer.getInteger("gewu.units", 200);
    private static final int AT_ONCE = 2_000;
    private static final List<String> WHAT =
            List.of("预算编制", "固定资产盘点", "绩效目标设置", "政府采购计划", "合同签订", "项目进度", "资金支付", "档案整理", "信息公开", "内部控制");
    private static final List<String> HOW = List.of("不够精准", "不及时", "不够细化", "不规范", "有待加强", "偏慢", "不完整", "落实不到位");

    @TempDir
    private Path folder;

    @Test
    void findsWhatMayBeTheSame() {
        try (Desk desk = Desk.in(folder)) {
            fill(desk);
            List<String> waiting = desk.ledger.items().ids(ItemFilter.in(State.PROPOSED));
            TwinAction twin = new TwinAction(desk.ledger, desk.index);
            for (int i = 0; i < 5; i++) {
                String id = waiting.get(i);
                once("twins of one", () -> twin.show(List.of(id), true, 50, RecordedOutput.json()));
            }
            List<String> some = waiting.subList(0, Math.min(200, waiting.size()));
            once("twins of " + some.size() + " that wait", () -> twin.show(some, false, 50, RecordedOutput.json()));
        }
    }

    private static void fill(Desk desk) {
        Random random = new Random(1);
        Actor all = Actor.anybody("甲");
        for (int i = 0; i < UNITS; i++) {
            desk.ledger.party(Ids.UNIT, "party", Map.of("name", "第" + i + "局"), all);
        }
        for (int first = 0; first < ITEMS; first += AT_ONCE) {
            List<Order> orders = new ArrayList<>();
            for (int i = first; i < Math.min(ITEMS, first + AT_ONCE); i++) {
                String title = WHAT.get(random.nextInt(WHAT.size())) + HOW.get(random.nextInt(HOW.size()));
                orders.add(new Order(
                        Act.PROPOSE,
                        "",
                        Map.of(
                                Input.UNIT,
                                "DW-%04d".formatted(1 + i % UNITS),
                                Input.YEAR,
                                Integer.toString(2015 + random.nextInt(10)),
                                Input.TITLE,
                                title,
                                Input.TEXT,
                                title + "，第" + i + "号，涉及" + WHAT.get(random.nextInt(WHAT.size())),
                                Input.CATEGORY,
                                "预算"),
                        "手工录入"));
            }
            List<String> ids = desk.ledger.carryOut(orders, all).done().stream()
                    .map(Outcome.Done::id)
                    .toList();
            desk.ledger.act(
                    Act.REGISTER,
                    ids.subList(0, ids.size() * 9 / 10),
                    Map.of(Input.KIND, "at_once", Input.GOAL, "改", Input.TWIN, "new"),
                    "",
                    all);
        }
        System.out.printf("%d items of %d units%n", ITEMS, UNITS);
    }

    private static void once(String what, Runnable work) {
        long begun = System.nanoTime();
        long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        System.out.printf(
                "%-40s %.0f ms (%.0f of processor time)%n",
                what,
                (System.nanoTime() - begun) / 1e6,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e6);
    }
}
