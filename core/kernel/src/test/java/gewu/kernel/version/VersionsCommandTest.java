package gewu.kernel.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.job.Progress;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsCommandTest {
    private static final Office ARCHIVES = new Office("青山市档案局", 7);
    private static final String TEXT = ARCHIVES.report(2022, true) + "全年基本支出458.34万元。\n";

    @TempDir
    private Path folder;

    private Cabinet cabinet;

    @BeforeEach
    void keepTwoTexts() {
        cabinet = new Cabinet(folder);
        cabinet.keep("aa", ARCHIVES.org(), 2022, TEXT);
        cabinet.keep("bb", ARCHIVES.org(), 2022, TEXT.replace("458.34", "485.34"));
    }

    @AfterEach
    void close() {
        cabinet.close();
    }

    @Test
    void listsWhatWaitsForAWord() {
        assertThat(rows(Map.of()).getFirst().values())
                .containsEntry("older", "aa")
                .containsEntry("newer", "bb")
                .containsEntry("state", "offered")
                .containsEntry("same_words", false)
                .containsEntry("doubts", List.of())
                .containsEntry("decided_at", null)
                .containsKeys("likeness", "offered_at");
        assertThat(run(false, Map.of()).panels.toString()).contains("aa.txt → bb.txt", "gewu versions accept");
    }

    @Test
    void showsFiguresFirstAndThenTheWords() {
        List<DataRow> rows = rows(Map.of(), "diff", "aa", "bb");

        assertThat(rows).extracting(DataRow::type).containsExactly("figure", "change", "total");
        assertThat(rows.getFirst().values()).containsEntry("about", "全年基本支出");
        assertThat(rows.getFirst().values().toString()).contains("458.34万元");
        assertThat(rows.getLast().values()).containsEntry("figures", 1).containsEntry("changes", 1);
        assertThat(rows(Map.of(), "diff", "bb")).isEqualTo(rows);
        Panel panel = run(false, Map.of(), "diff", "aa", "bb").panels.getFirst();
        assertThat(((Panel.Stack) panel).panels())
                .hasExactlyElementsOfTypes(
                        Panel.Text.class, Panel.Table.class, Panel.Document.class, Panel.Document.class);
    }

    @Test
    void acceptsAndTakesBackAndDeclines() {
        assertThat(rows(Map.of(), "accept", "bb").getFirst().values())
                .containsEntry("newest", "bb")
                .containsEntry("reports", List.of("aa", "bb"));
        assertThat(rows(Map.of())).extracting(DataRow::type).containsExactly("chain");
        assertThat(rows(Map.of("--all", List.of()))).extracting(DataRow::type).containsExactly("offer", "chain");
        rows(Map.of(), "reset", "aa", "bb");
        assertThat(rows(Map.of())).extracting(DataRow::type).containsExactly("offer");
        assertThat(rows(Map.of(), "decline", "aa", "bb").getFirst().values()).containsEntry("state", "declined");
        assertThat(rows(Map.of())).isEmpty();
    }

    @Test
    void comparesWithTheTextThatAFileHeldBefore() {
        cabinet.keep(
                "aa",
                2,
                new ReportFacts(Cabinet.title(TEXT), ARCHIVES.org(), "青山市", 2022, ReportKind.WHOLE_DEPARTMENT),
                TEXT.replace("458.34", "501.00"));

        assertThat(rows(Map.of(), "diff", "aa").getFirst().values().toString()).contains("501.00万元");
        assertThat(rows(Map.of(), "diff", "aa@1", "aa@2").getLast().values())
                .containsEntry("before_version", 1)
                .containsEntry("after_version", 2);
        assertThatThrownBy(() -> rows(Map.of(), "diff", "aa@7", "aa")).hasMessageContaining("there is no 7");
    }

    @Test
    void writesAListForTheOffice() throws IOException {
        Path list = folder.resolve("版本.csv");
        run(false, Map.of("--csv", List.of(list.toString())));

        assertThat(Files.readString(list)).startsWith("\ufeff状态").contains("aa.txt", "bb.txt", "待确认");
    }

    @Test
    void saysWhatToDoWhenItDoesNotUnderstand() {
        assertThatThrownBy(() -> rows(Map.of(), "merge", "aa"))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(refused.remedy()).contains("accept"));
        assertThatThrownBy(() -> rows(Map.of(), "accept", "aa", "aa")).hasMessageContaining("Both names");
        assertThatThrownBy(() -> rows(Map.of(), "reset", "aa")).hasMessageContaining("No other version");
    }

    @Test
    void theViewShowsTheListAndWhatChanged() {
        VersionsView view = new VersionsView(cabinet.reports(), cabinet.store(), Cabinet.NOON);

        assertThat(view.show(Map.of()).toString()).contains("aa.txt → bb.txt");
        assertThat(view.show(Map.of("old", "aa", "new", "bb")).toString()).contains("458.34万元", "485.34万元");
    }

    private List<DataRow> rows(Map<String, List<String>> options, String... words) {
        return run(true, options, words).rows;
    }

    private Heard run(boolean isJson, Map<String, List<String>> options, String... words) {
        Heard heard = new Heard(isJson, new ArrayList<>(), new ArrayList<>());
        new VersionsCommand(cabinet.reports(), cabinet.store(), Cabinet.NOON)
                .run(new CommandCall(List.of(words), options), heard);
        return heard;
    }

    private record Heard(boolean isJson, List<DataRow> rows, List<Panel> panels) implements Output {
        @Override
        public void row(DataRow row) {
            rows.add(row);
        }

        @Override
        public void show(Panel panel) {
            panels.add(panel);
        }

        @Override
        public void note(String text) {}

        @Override
        public Progress progress() {
            return Progress.NONE;
        }
    }
}
