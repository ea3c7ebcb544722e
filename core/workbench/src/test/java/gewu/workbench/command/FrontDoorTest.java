package gewu.workbench.command;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.job.Jobs;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginFault;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Panel;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import gewu.workbench.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontDoorTest {
    private static final String MANIFEST = """
        <plugin id="trial" version="1.0.0" api="^1.0" title="试" title-en="Trial">
          <extension point="command" id="find" class="trial.Find" access="read" title="查找100%的词" title-en="find words, 100%">
            <argument name="WORD" many="true" title="要找的词" title-en="the words"/>
            <option name="--year" value="Y..Z" title="年度" title-en="the year"/>
            <option name="--facets" title="计数" title-en="count"/>
            <option name="--keep" access="write" title="保存" title-en="keep it"/>
            <example call="find '预算*率'" title="* 代表几个字，100%" title-en="* stands for some characters"/>
          </extension>
          <extension point="command" id="list" class="trial.List" access="none" title="列出" title-en="list">
            <argument name="WHAT" required="false" writes="all new" title="什么" title-en="what"/>
          </extension>
          <extension point="command" id="import" class="trial.Import" access="write" title="导入" title-en="bring in"/>
        </plugin>
        """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Doors.Access> entered = new ArrayList<>();
    private final List<CommandCall> calls = new ArrayList<>();
    private Manifests manifests = withoutAny();

    private static Manifests withoutAny() {
        try {
            return new Manifests("<plugin id='none'/>");
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @BeforeEach
    void declare() throws Exception {
        manifests = new Manifests(MANIFEST);
    }

    private int gewu(String... words) {
        return gewu("zh_CN.UTF-8", words);
    }

    private int gewu(String locale, String[] words) {
        FrontDoor door = new FrontDoor(
                _ -> new TrialDoors(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.PIPE,
                Path.of("home"),
                locale,
                "1.2.3",
                new Interruption());
        return door.answer(List.of(words));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private final class TrialDoors implements Doors {
        @Override
        public Extensions extensions() {
            return manifests;
        }

        @Override
        public void enter(Access access) {
            entered.add(access);
        }

        @Override
        public Jobs jobs() {
            return new Shelf();
        }

        @Override
        public Label label(String english) {
            return new Label(english.replace("The report is gone.", "这份报告已不在。"), english);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private Command answering(Command command) {
        return (call, output) -> {
            calls.add(call);
            return command.run(call, output);
        };
    }

    private void living(String id, Command command) {
        manifests.living(id, () -> answering(command));
    }

    private static Command done() {
        return (call, output) -> {
            output.row(DataRow.of("hit").with("text", "三公经费"));
            output.show(new Panel.Text("找到了"));
            return Command.Exit.DONE;
        };
    }

    @Test
    void helpListsEveryCommandAndLoadsNone() {
        assertThat(gewu("--help")).isZero();

        assertThat(said()).contains("用法：gewu", "find", "查找100%的词", "list", "import", "导入");
        assertThat(entered).isEmpty();
    }

    @Test
    void helpForACommandThatIsNotThereSaysSo() {
        assertThat(gewu("jobs", "--help")).isEqualTo(2);

        assertThat(complained()).contains("没有“jobs”这个命令。");
        assertThat(said()).isEmpty();
    }

    @Test
    void helpShowsHowACallIsWrittenInOneLine() {
        gewu("find", "--help");

        assertThat(said().lines().findFirst()).contains("用法：gewu find [选项] WORD…");
    }

    @Test
    void aWordToLeaveOutWithoutQuotesGetsThemAsAdvice() {
        assertThat(gewu("find", "预算", "-接待")).isEqualTo(2);

        assertThat(complained()).contains("没有“-接待”这个选项。", "'预算 -接待'");
    }

    @Test
    void anEmptyWorkspaceNameIsNoFolder() {
        assertThat(gewu("--workspace", "", "list")).isEqualTo(2);

        assertThat(complained()).contains("--workspace");
        assertThat(entered).isEmpty();
    }

    @Test
    void helpShowsExamples() {
        assertThat(gewu("find", "--help")).isZero();

        assertThat(said()).contains("例：", "  gewu find '预算*率'", "      * 代表几个字，100%");
    }

    @Test
    void helpSpeaksEnglishWhereTheEnvironmentDoes() {
        assertThat(gewu("en_US.UTF-8", new String[] {"find", "--help"})).isZero();

        assertThat(said()).contains("Usage: gewu find", "find words, 100%", "--year=Y..Z", "WORD");
    }

    @Test
    void helpOfACommandAsPeopleAskForIt() {
        assertThat(gewu("help", "find")).isZero();

        assertThat(said()).contains("--year=Y..Z", "年度");
    }

    @Test
    void wordsAndOptionsReachTheCommandAsDeclared() {
        living("find", done());

        assertThat(gewu("find", "三公经费", "--year=2020..2022", "下降", "--facets")).isZero();

        assertThat(calls)
                .containsExactly(new CommandCall(
                        List.of("三公经费", "下降"), Map.of("--year", List.of("2020..2022"), "--facets", List.of())));
        assertThat(entered).containsExactly(Doors.Access.READ);
    }

    @Test
    void aWordMayNeedMoreOfTheWorkspaceThanItsCommand() {
        living("list", done());

        assertThat(gewu("list", "new")).isZero();
        assertThat(gewu("list", "old")).isZero();

        assertThat(entered).containsExactly(Doors.Access.WRITE);
    }

    @Test
    void anOptionMayNeedMoreOfTheWorkspaceThanItsCommand() {
        living("find", done());

        assertThat(gewu("find", "接待", "--keep")).isZero();
        assertThat(gewu("find", "接待")).isZero();

        assertThat(entered).containsExactly(Doors.Access.WRITE, Doors.Access.READ);
    }

    @Test
    void wordsBehindTwoDashesAreNeverOptions() {
        living("find", done());

        assertThat(gewu("find", "--", "--lang", "-接待费")).isZero();

        assertThat(calls.getFirst().arguments()).containsExactly("--lang", "-接待费");
    }

    @Test
    void anAtSignNamesNoFile() {
        living("find", done());

        assertThat(gewu("find", "@nowhere", "${user.home}")).isZero();

        assertThat(calls.getFirst().arguments()).containsExactly("@nowhere", "${user.home}");
    }

    @Test
    void jsonMayStandBeforeOrBehindTheCommand() {
        living("find", done());
        String row = "{\"type\":\"hit\",\"text\":\"三公经费\"}\n";

        assertThat(gewu("--json", "find", "x")).isZero();
        assertThat(gewu("find", "x", "--json")).isZero();

        assertThat(said()).isEqualTo(row + row);
    }

    @Test
    void peopleGetPanelsAndNoRows() {
        living("find", done());

        assertThat(gewu("find", "x")).isZero();

        assertThat(said()).isEqualTo("找到了\n");
    }

    @Test
    void aCommandThatNeedsNothingEntersNoWorkspace() {
        living("list", done());

        assertThat(gewu("list")).isZero();

        assertThat(entered).isEmpty();
    }

    @Test
    void someFailedIsStatusOne() {
        living("import", (call, output) -> Command.Exit.SOME_FAILED);

        assertThat(gewu("import")).isEqualTo(1);
    }

    @Test
    void aMistypedCommandNamesTheNearest() {
        assertThat(gewu("fidn")).isEqualTo(2);

        assertThat(complained()).isEqualTo("没有“fidn”这个命令。\n是不是 find？\n");
    }

    @Test
    void aMistypedOptionNamesTheNearest() {
        assertThat(gewu("en", new String[] {"find", "x", "--yaer", "2021"})).isEqualTo(2);

        assertThat(complained())
                .isEqualTo(
                        "There is no option “--yaer”.\nDid you mean --year? gewu find --help shows how it is written.\n");
    }

    @Test
    void aMissingWordIsNamed() {
        assertThat(gewu("en", new String[] {"find"})).isEqualTo(2);

        assertThat(complained()).startsWith("WORD is missing.\n");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThat(gewu("find", "x", "--year")).isEqualTo(2);

        assertThat(complained()).startsWith("缺少 Y..Z。\n");
    }

    @Test
    void oneWordTooManyIsNamed() {
        assertThat(gewu("en", new String[] {"list", "plugins", "now"})).isEqualTo(2);

        assertThat(complained()).startsWith("“now” is one word too many.\n");
    }

    @Test
    void noCommandAtAllShowsHelpAndIsWrongUsage() {
        assertThat(gewu()).isEqualTo(2);

        assertThat(complained()).contains("用法：gewu", "没有给出命令。");
        assertThat(said()).isEmpty();
    }

    @Test
    void theVersionIsTold() {
        assertThat(gewu("--version")).isZero();

        assertThat(said()).isEqualTo("gewu 1.2.3\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ITEM", "USAGE", "WORKSPACE"})
    void aRefusalIsTwoLinesAndTheRightStatus(String kind) {
        WorkbenchException.Kind refused = WorkbenchException.Kind.valueOf(kind);
        living("find", (call, output) -> {
            throw new WorkbenchException(refused, "The file is empty.", "Choose another one.");
        });

        assertThat(gewu("find", "x")).isEqualTo(1 + refused.ordinal());

        assertThat(complained()).isEqualTo("The file is empty.\nChoose another one.\n");
    }

    @Test
    void aRefusalIsToldInTheLanguageOfTheCall() {
        living("find", (call, output) -> {
            throw new WorkbenchException("The report is gone.", "");
        });

        assertThat(gewu("--lang", "zh", "find", "x")).isEqualTo(1);
        assertThat(gewu("--lang", "en", "find", "x")).isEqualTo(1);

        assertThat(complained()).isEqualTo("这份报告已不在。\nThe report is gone.\n");
    }

    @Test
    void theUnexpectedIsOneLineAndTheWayToTheLog() {
        living("find", (call, output) -> {
            throw new IllegalStateException("nobody thought of this\nsecond line");
        });

        assertThat(gewu("en", new String[] {"--workspace", "w", "find", "x"})).isEqualTo(1);

        assertThat(complained())
                .isEqualTo("Something unexpected happened (IllegalStateException: nobody thought of this).\n"
                        + "The details are in " + Path.of("w/state/gewu.log").toAbsolutePath() + ".\n");
    }

    @Test
    void aPluginsFaultNamesThePlugin() {
        living("find", (call, output) -> {
            throw new PluginFault("trial", "command/find", "trial: command/find failed: boom");
        });

        assertThat(gewu("en", new String[] {"find", "x"})).isEqualTo(1);

        assertThat(complained()).isEqualTo("trial: command/find failed: boom\ngewu plugins why trial tells more.\n");
    }

    @Test
    void aCancelledCommandSaysThatWhatIsDoneIsKept() {
        living("import", (call, output) -> {
            throw new CancellationException();
        });

        assertThat(gewu("import")).isEqualTo(1);

        assertThat(complained()).startsWith("已停止。已完成的文件都已保存。\n");
    }

    @Test
    void anUnknownLanguageIsWrongUsage() {
        assertThat(gewu("--lang", "fr", "find", "x")).isEqualTo(2);

        assertThat(complained()).startsWith("There is no language “fr”.\n");
    }
}
