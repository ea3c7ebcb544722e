package gewu.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.testkit.GivenExtensions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandTest {
    @TempDir
    private Path folder;

    private final Lines lines = new Lines().with(2021, "三公经费下降。会议费“一点”没有变化；其他").with(2022, "三公经费又下降");
    private final Heard heard = new Heard(true);

    private Command.Exit run(String name, byte[] list) throws IOException {
        Path file = Files.write(folder.resolve(name), list);
        return new BatchCommand(lines, new GivenExtensions(), Label::same)
                .run(new CommandCall(List.of(file.toString()), Map.of("--synonyms", List.of())), heard);
    }

    private Command.Exit run(String name, String list) throws IOException {
        return run(name, list.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void eachQuestionGetsItsLineWithCountsAndProof() throws IOException {
        Command.Exit exit = run("词.txt", "三公经费\n\n会议费\n没有的词\n");

        assertThat(exit).isEqualTo(Command.Exit.DONE);
        assertThat(heard.rows).hasSize(3);
        assertThat(heard.rows.getFirst().values())
                .containsEntry("line", 1L)
                .containsEntry("query", "三公经费")
                .containsEntry("paragraphs", 2L)
                .containsEntry("reports", 2L)
                .containsEntry("sentence", "三公经费下降。");
        assertThat(heard.rows.get(1).values()).containsEntry("line", 3L).containsEntry("sentence", "会议费“一点”没有变化；");
        assertThat(heard.rows.getLast().values())
                .containsEntry("paragraphs", 0L)
                .doesNotContainKey("sentence");
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestGoesOn() throws IOException {
        lines.refused = "坏";

        assertThat(run("词.txt", "三公经费\n坏 的\n会议费")).isEqualTo(Command.Exit.SOME_FAILED);
        assertThat(heard.rows).hasSize(3);
        assertThat(heard.rows.get(1).values())
                .containsEntry("line", 2L)
                .containsEntry("query", "坏 的")
                .containsKey("fault")
                .doesNotContainKey("paragraphs");
    }

    @Test
    void aCsvFileHasItsQuestionsInTheColumnThatSaysSo() throws IOException {
        run("词.csv", "编号,检索式\n1,\"会议费\"\n2,三公经费\n3,\n");

        assertThat(heard.rows.stream().map(row -> row.values().get("query"))).containsExactly("会议费", "三公经费");
        assertThat(heard.rows.stream().map(row -> row.values().get("line"))).containsExactly(2L, 3L);
    }

    @Test
    void aListSavedInGbkIsReadAsItWasWritten() throws IOException {
        run("词.txt", "会议费\n三公经费\n".getBytes(Charset.forName("GBK")));

        assertThat(heard.rows.getFirst().values()).containsEntry("query", "会议费");
    }

    @Test
    void singleCharactersAreAskedToo() throws IOException {
        run("词.txt", "费");

        assertThat(heard.rows.getFirst().values()).containsEntry("paragraphs", 2L);
    }

    @Test
    void switchesHoldForAll() throws IOException {
        run("词.txt", "三公经费\n会议费");

        assertThat(lines.asked).extracting(SearchQuery::matching).allMatch(SearchQuery.Matching::synonyms);
    }

    @Test
    void anEmptyListSaysWhatToWrite() {
        assertThatThrownBy(() -> run("词.txt", " \n\n"))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(WorkbenchException.Kind.USAGE));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new BatchCommand(lines, new GivenExtensions(), Label::same)
                        .run(new CommandCall(List.of(folder.resolve("无.txt").toString()), Map.of()), heard))
                .hasMessageContaining("无.txt");
    }
}
