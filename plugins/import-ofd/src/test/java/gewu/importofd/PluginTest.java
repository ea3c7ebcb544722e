package gewu.importofd;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.testkit.TemporaryWorkbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginTest {
    @Test
    void readsReportsInAClassLoaderOfItsOwn(@TempDir Path folder) throws Exception {
        Path incoming = Files.createDirectories(folder.resolve("来件"));
        Files.write(incoming.resolve("自评.ofd"), OfdImporterTest.report().bytes());
        Files.write(incoming.resolve("表.ofd"), OfdImporterTest.table().bytes());
        List<Brought> brought = new ArrayList<>();
        try (TemporaryWorkbench bench =
                TemporaryWorkbench.in(folder).plugin(OfdImporter.class).enter()) {
            bench.house().intake().bringIn(List.of(incoming), Intake.Overrides.NONE, Progress.NONE, brought::add);
        }
        assertThat(brought)
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.state()).as(it.toString()).isEqualTo(Brought.State.IMPORTED));
    }
}
