package gewu.importpdf;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.testkit.TemporaryWorkbench;
import gewu.testkit.Unloading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginTest {
    private static TemporaryWorkbench workbench(Path folder) {
        return TemporaryWorkbench.in(folder)
                .plugin(
                        PdfImporter.class,
                        PDDocument.class,
                        TrueTypeFont.class,
                        RandomAccessRead.class,
                        JBIG2ImageReaderSpi.class,
                        LogFactory.class)
                .enter();
    }

    @Test
    void readsInAClassLoaderOfItsOwn(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("绩效自评报告.pdf"), PdfImporterContractTest.report());
        List<Brought> brought = new ArrayList<>();
        try (TemporaryWorkbench bench = workbench(folder)) {
            bench.house().intake().bringIn(List.of(file), Intake.Overrides.NONE, Progress.NONE, brought::add);
        }
        assertThat(brought).hasSize(1);
        assertThat(brought.getFirst().state()).as(brought.toString()).isEqualTo(Brought.State.IMPORTED);
        assertThat(brought.getFirst().pages()).isEqualTo(3);
    }

    @Test
    void leavesNothingBehindWhenItIsDisabled(@TempDir Path folder) throws Exception {
        try (TemporaryWorkbench bench = workbench(folder)) {
            Unloading.assertUnloads(bench, "import-pdf");
        }
    }
}
