package gewu.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import gewu.api.WorkbenchException;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.plugin.PluginFault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BoundaryTest {
    @TempDir
    Path root;

    private final Hands clock = new Hands();

    /// A clock that is set by hand.
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-01T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Bench bench(String body) {
        PluginForge.plugin("bad")
                .view("v", "Good")
                .source(
                        "Good",
                        "final class Good implements View { public Panel show(Map<String, String> p) { " + body
                                + " } }")
                .jar(Bench.user(root));
        return Bench.at(root, clock, false);
    }

    @Test
    void tellsWhoFailedWhereAndWithWhat() {
        try (Bench bench = bench("throw new IllegalStateException(\"no rice\");")) {
            assertThatThrownBy(() -> bench.shown("v"))
                    .isInstanceOf(PluginFault.class)
                    .hasMessageStartingWith(
                            "The plugin “bad” (view/v) failed in show(): IllegalStateException: no rice (at bad@1.0.0#1//forged.bad.Good.show(Good.java:3))")
                    .hasNoCause();
        }
    }

    @Test
    void letsThroughWhatIsMeantForTheCaller() {
        try (Bench bench = bench("throw new WorkbenchException(\"The pot is empty.\", \"Fill it.\");")) {
            assertThatThrownBy(() -> bench.shown("v")).isInstanceOf(WorkbenchException.class);
            assertThat(bench.report("bad").reason()).isEmpty();
        }
    }

    @Test
    void letsCancellationThrough() {
        try (Bench bench = bench("throw new CancellationException();")) {
            assertThatThrownBy(() -> bench.shown("v")).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void letsDeclaredExceptionsOfTheJdkThroughAndContainsOthers() {
        String importer = "<extension point=\"importer\" id=\"%s\" class=\"forged.bad.%s\" media=\"text/x\"/>";
        String read =
                "final class %s implements gewu.api.intake.ReportImporter { public gewu.api.intake.Reading read(gewu.api.intake.SourceFile f) throws IOException { %s } }";
        PluginForge.plugin("bad")
                .xml(importer.formatted("disk", "Disk"))
                .xml(importer.formatted("own", "Own"))
                .source("Disk", read.formatted("Disk", "throw new FileNotFoundException(\"gone\");"))
                .source("Own", read.formatted("Own", "throw new Mine();") + " class Mine extends IOException {}")
                .jar(Bench.user(root));
        SourceFile file = new SourceFile(Path.of("a.txt"), "text/x", new byte[0]);

        try (Bench bench = Bench.at(root)) {
            assertThatThrownBy(() -> importer(bench, "disk").read(file)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> importer(bench, "own").read(file))
                    .isInstanceOf(PluginFault.class)
                    .hasMessageContaining("forged.bad.Mine");
        }
    }

    private static ReportImporter importer(Bench bench, String id) {
        return bench.plugins.find(ReportImporter.class, id).orElseThrow().instance();
    }

    @Test
    void pausesAContributionAfterThreeFailuresWithinTenMinutesUntilItIsTriedAgain() {
        try (Bench bench = bench(
                "if (!p.containsKey(\"well\")) throw new IllegalStateException(\"no rice\"); return new Panel.Text(\"rice\");")) {
            fail(bench, 3);

            assertThat(bench.report("bad").state()).isEqualTo(PluginReport.State.PAUSED);
            assertThat(bench.report("bad").reason()).contains("view/v: paused after 3 failures within 10 minutes");
            assertThatThrownBy(() -> bench.view("v").instance().show(java.util.Map.of("well", "yes")))
                    .hasMessageContaining("is not called any more");

            bench.plugins.enable("bad");
            assertThat(bench.view("v").instance().show(java.util.Map.of("well", "yes")))
                    .isNotNull();
        }
    }

    @Test
    void doesNotPauseForFailuresFarApart() {
        try (Bench bench = bench("throw new IllegalStateException(\"no rice\");")) {
            for (int i = 0; i < 5; i++) {
                fail(bench, 1);
                clock.now = clock.now.plus(Duration.ofMinutes(6));
            }

            assertThat(bench.report("bad").state()).isEqualTo(PluginReport.State.ACTIVE);
            assertThat(bench.report("bad").reason()).contains("failed 5 times");
        }
    }

    private static void fail(Bench bench, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(catchThrowable(() -> bench.shown("v"))).isInstanceOf(PluginFault.class);
        }
    }

    @Test
    void runsAPluginWithItsOwnContextClassLoaderAndKnowsWhomTheThreadWorksFor() {
        try (Bench bench = bench("return new Panel.Text(Thread.currentThread().getContextClassLoader().getName());")) {
            ClassLoader before = Thread.currentThread().getContextClassLoader();

            assertThat(bench.shown("v")).isEqualTo("bad@1.0.0#1");
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
            assertThat(Plugins.atWork()).isEmpty();
        }
    }

    @Test
    void containsAPluginThatRunsOutOfMemoryInACall() {
        try (Bench bench =
                bench("return new Panel.Text(\"\" + new long[Integer.MAX_VALUE][Integer.MAX_VALUE].length);")) {
            assertThatThrownBy(() -> bench.shown("v"))
                    .isInstanceOf(PluginFault.class)
                    .hasMessageContaining("OutOfMemoryError");
            assertThat(bench.report("bad").reason()).contains("OutOfMemoryError");
        }
    }
}
