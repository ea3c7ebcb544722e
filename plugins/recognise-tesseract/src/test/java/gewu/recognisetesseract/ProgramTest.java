package gewu.recognisetesseract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import gewu.api.intake.TextRecogniser.Readiness;
import gewu.api.workbench.HealthFinding;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With programs that only say what tesseract would say.
class ProgramTest {
    private static final String NAMED = "gewu.tesseract";

    @TempDir
    private Path folder;

    private final Program program = new Program();

    @BeforeEach
    void nameAProgram() {
        assumeFalse(File.separatorChar == '\\', "the programs of this test are shell scripts");
        System.setProperty(NAMED, folder.resolve("tesseract").toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(NAMED);
    }

    @Test
    void withoutTheProgramItSaysHowToInstallIt() {
        assertThat(program.readiness()).isInstanceOfSatisfying(Readiness.Missing.class, missing -> {
            assertThat(missing.why()).isEqualTo("tesseract is not installed.");
            assertThat(missing.remedy()).contains("apt install", "brew install", "winget install");
        });
    }

    @Test
    void withoutChineseItSaysSo() throws IOException {
        install("eng osd", "exit 1");

        assertThat(program.readiness())
                .isInstanceOfSatisfying(
                        Readiness.Missing.class,
                        missing -> assertThat(missing.why())
                                .isEqualTo("tesseract 5.9.1 can't read Chinese: its language chi_sim is missing."));
    }

    @Test
    void aLaterInstallationIsNoticed() throws IOException {
        assertThat(program.readiness()).isInstanceOf(Readiness.Missing.class);
        install("eng", "exit 1");
        assertThat(program.readiness()).isInstanceOf(Readiness.Missing.class);
        install("eng chi_sim", "exit 1");
        Files.setLastModifiedTime(
                folder.resolve("tesseract"), FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(program.readiness()).isEqualTo(new Readiness.Ready("tesseract 5.9.1 (chi_sim, eng)"));
    }

    @Test
    void doctorTellsWhatIsMissingButCallsItNoFault() throws IOException {
        HealthFinding missing = new TesseractHealth(program).check().getFirst();
        assertThat(missing.state()).isEqualTo(HealthFinding.State.WELL);
        assertThat(missing.detail()).contains("not installed", "apt install");

        install("chi_sim", "exit 1");

        assertThat(new TesseractHealth(program).check().getFirst().detail()).isEqualTo("tesseract 5.9.1 (chi_sim)");
    }

    @Test
    void aFailureTellsWhatTheProgramComplainedOf() throws IOException {
        install("chi_sim", "cat > /dev/null; echo 'out of memory' >&2; exit 3");

        assertThatThrownBy(() -> program.run(Grey.white(20, 20), Duration.ofSeconds(20), List.of("tsv")))
                .isInstanceOf(IOException.class)
                .hasMessage("tesseract failed (3): out of memory");
    }

    @Test
    void aProgramThatHangsIsEnded() throws IOException {
        install("chi_sim", "exec sleep 600");

        assertThatThrownBy(() -> program.run(Grey.white(2000, 2000), Duration.ofMillis(300), List.of("tsv")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("took longer");
    }

    private void install(String languages, String otherwise) throws IOException {
        Path script = folder.resolve("tesseract");
        Files.writeString(script, """
                #!/bin/sh
                case "$1" in
                  --version) echo "tesseract 5.9.1"; echo " leptonica-1.84";;
                  --list-langs) echo "List of available languages:"; for l in %s; do echo $l; done;;
                  *) %s;;
                esac
                """.formatted(languages, otherwise));
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
