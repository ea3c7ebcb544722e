package gewu.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.workbench.command.Interruption;
import gewu.workbench.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plays a script of the ledger through by the front door: from the sentence in a report to the day the problem is
/// back.
final class MechanismsTest {
    private static final String SCRIPT = "全过程.txt";
    private static final List<String> REPORTS = List.of("青禾县水利局2023.txt", "青禾县水利局2024.txt", "青禾县教育局2024.txt");
    private static final Pattern DAY = Pattern.compile("\\{\\+(\\d+)}");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyMechanismIsPlayedThroughOnTheCommandLine() throws IOException {
        for (String report : REPORTS) {
            Files.writeString(folder.resolve(report), resource(report));
        }
        String answer = "";
        for (String line : resource(SCRIPT).split("\n")) {
            if (line.startsWith("> ")) {
                assertThat(answer).contains(line.substring(2));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                answer = plays(line);
            }
        }
    }

    /// Does what a line says; what was answered.
    private String plays(String line) {
        boolean isRefused = line.startsWith("拒 ");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = Main.frontDoor(out, out, Terminal.PIPE, new Interruption()).answer(words(line));
        assertThat(status)
                .as(line + "\n" + said.toString(StandardCharsets.UTF_8))
                .isEqualTo(isRefused ? 1 : 0);
        return said.toString(StandardCharsets.UTF_8);
    }

    private List<String> words(String line) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        String dated = DAY.matcher(line)
                .replaceAll(it -> today.plusDays(Long.parseLong(it.group(1))).toString());
        List<String> words =
                new ArrayList<>(List.of("--workspace", folder.resolve("工作区").toString(), "--lang", "zh"));
        for (String word :
                dated.substring(dated.indexOf("gewu ") + "gewu ".length()).split(" ")) {
            words.add(REPORTS.contains(word) ? folder.resolve(word).toString() : word);
        }
        return words;
    }

    private static String resource(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(MechanismsTest.class.getResourceAsStream("ledger/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
