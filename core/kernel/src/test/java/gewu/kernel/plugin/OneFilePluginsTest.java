package gewu.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OneFilePluginsTest {
    private static final String SOURCE = """
        import gewu.api.workbench.*;
        import java.util.Map;

        /// 单位一览 · Units at a glance
        /// @param year 年度 · Year
        final class UnitsAtAGlanceView implements View {
            public Panel show(Map<String, String> parameters) {
                return new Panel.Text("SAID");
            }
        }
        """;

    @TempDir
    Path root;

    private Path write(String name, String source) throws IOException {
        Files.createDirectories(Bench.user(root));
        return Files.writeString(Bench.user(root).resolve(name), source);
    }

    @Test
    void oneFileIsAPluginWithTitlesFromItsComment() throws Exception {
        write("UnitsAtAGlance.java", SOURCE.replace("SAID", "第一版"));

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.shown("units-at-aglance")).isEqualTo("第一版");
            assertThat(bench.view("units-at-aglance").attributes())
                    .containsEntry("title", "单位一览")
                    .containsEntry("title-en", "Units at a glance");
            assertThat(bench.view("units-at-aglance").elements())
                    .extracting(it -> it.attribute("name").orElse(""))
                    .containsExactly("year");
        }
    }

    @Test
    void aChangedFileIsCompiledAnewWhenItIsReloaded() throws Exception {
        write("Units.java", SOURCE.replace("SAID", "第一版"));

        try (Bench bench = Bench.at(root)) {
            bench.shown("units-at-aglance");
            write("Units.java", SOURCE.replace("SAID", "改过的第二版"));
            bench.plugins.reload("units");

            assertThat(bench.shown("units-at-aglance")).isEqualTo("改过的第二版");
            assertThat(Files.list(root.resolve("state/compiled"))).hasSize(1);
        }
    }

    @Test
    void whatDoesNotCompileIsSaidWithItsLineAndHarmsNobody() throws Exception {
        PluginForge.good("bowl").jar(Bench.user(root));
        write("Broken.java", "class Broken {\n  int x = \"words\";\n}\n");

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.shown("bowl-view")).isEqualTo("bowl");
            assertThat(bench.report("broken").reason()).contains("Broken.java:2:", "incompatible types");
        }
    }

    @Test
    void aFileThatIsSavedGoesLiveOnceItIsWritten() throws Exception {
        write("Units.java", SOURCE.replace("SAID", "第一版"));

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.plugins.followFiles()).isEmpty();
            write("Units.java", SOURCE.replace("SAID", "改过的第二版"));
            assertThat(bench.plugins.followFiles())
                    .as("it may still be written")
                    .isEmpty();

            assertThat(bench.plugins.followFiles())
                    .singleElement()
                    .satisfies(it -> assertThat(it.words().zh()).isEqualTo("插件 units 已更新。"));
            assertThat(bench.shown("units-at-aglance")).isEqualTo("改过的第二版");
            assertThat(bench.plugins.followFiles()).isEmpty();
        }
    }

    @Test
    void aSpoiltFileIsToldWithItsLineWhileTheLastGoodVersionKeepsWorking() throws Exception {
        write("Units.java", SOURCE.replace("SAID", "第一版"));
        try (Bench bench = Bench.at(root)) {
            assertThat(bench.shown("units-at-aglance")).isEqualTo("第一版");
            write("Units.java", SOURCE.replace("\"SAID\"", "forgotten"));

            PluginNews news = settled(bench);
            assertThat(news.isGood()).isFalse();
            assertThat(news.words().zh()).contains("原来的版本继续工作", "Units.java:8: ", "找不到符号");
            assertThat(news.words().en()).contains("Units.java:8: ", "cannot find symbol");
            assertThat(bench.shown("units-at-aglance")).isEqualTo("第一版");
            assertThat(bench.report("units").state()).isEqualTo(PluginReport.State.ACTIVE);
            assertThat(bench.report("units").reason()).contains("goes on as it was", "Units.java:8: ");
        }
        try (Bench again = Bench.at(root)) {
            assertThat(again.shown("units-at-aglance")).as("after a new start").isEqualTo("第一版");

            write("Units.java", SOURCE.replace("SAID", "改好了"));
            assertThat(settled(again).isGood()).isTrue();
            assertThat(again.shown("units-at-aglance")).isEqualTo("改好了");
            assertThat(again.report("units").reason()).isEmpty();
        }
    }

    @Test
    void filesThatComeAndGoAreFollowed() throws Exception {
        try (Bench bench = Bench.at(root)) {
            Path file = write("Units.java", SOURCE.replace("SAID", "第一版"));
            assertThat(settled(bench).words().zh()).isEqualTo("插件 units 已载入。");
            assertThat(bench.shown("units-at-aglance")).isEqualTo("第一版");

            Files.delete(file);
            assertThat(settled(bench).words().zh()).contains("已拿走");
            assertThat(bench.plugins.list()).noneMatch(it -> it.id().equals("units"));
        }
    }

    /// What is told of the one file that was changed.
    private static PluginNews settled(Bench bench) throws IOException {
        List<PluginNews> first = bench.plugins.followFiles();
        return first.isEmpty() ? bench.plugins.followFiles().getFirst() : first.getFirst();
    }

    @Test
    void aFileThatContributesNothingIsToldWhatItLacks() throws Exception {
        write("Idle.java", "class Idle {}\n");

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.report("idle").reason()).contains("gewu.api.workbench.View");
        }
    }

    @Test
    void aClassWithoutACommentIsCalledByItsName() throws Exception {
        write("ByYear.java", """
            import gewu.api.workbench.*;
            record ByYear() implements View {
                public Panel show(java.util.Map<String, String> parameters) { return new Panel.Text("年"); }
            }
            """);

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.view("by-year").attributes()).containsEntry("title-en", "By year");
        }
    }
}
