package gewu.ledger;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The official ledger out and back at the size of a province: `-Dgewu.items=100000` is the size to quote, with the
/// heap bounded by `-Xmx300m`.
@Tag("bench")
class SheetBenchmark {
    /// The clerk of these tests holds a whole sheet.
    private static final int MOST_BY_HAND = 20_000;

    @TempDir
    private Path folder;

    @Test
    void goesOutAndComesBack() throws IOException {
        try (Desk desk = Desk.in(folder)) {
            LedgerBenchmark.fill(desk);
            Path file = folder.resolve("台账.xlsx");
            for (int turn = 0; turn < 2; turn++) {
                once("out", () -> desk.rows("sheet", "--export=" + file));
            }
            System.out.printf("%.1f MB%n", Files.size(file) / 1e6);
            once("back, nothing changed", () -> desk.rows("sheet", "--import=" + file));
            if (desk.ledger.items().count(ItemFilter.ALL) > MOST_BY_HAND) {
                return;
            }
            String id =
                    desk.ledger.items().ids(ItemFilter.in(State.IN_PROGRESS)).getFirst();
            once("back, one row changed, shared words", () -> {
                Filled.in(file, id, Map.of(SheetColumn.PROGRESS, "已印发办法"));
                System.out.println(
                        desk.rows("sheet", "--import=" + file, "--apply").getLast());
            });
        }
    }

    private static void once(String what, Runnable work) {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begun = System.nanoTime();
        long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(it -> it.getType() == MemoryType.HEAP)
                .mapToLong(it -> it.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%-40s %.1f s (%.1f of processor time), heap at most %d MiB%n",
                what,
                (System.nanoTime() - begun) / 1e9,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e9,
                heap >> 20);
    }
}
