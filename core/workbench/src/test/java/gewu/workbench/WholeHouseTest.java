package gewu.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.workbench.command.Interruption;
import gewu.workbench.terminal.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole house by its front door: real plugins, a real workspace; once as a process of its own.
final class WholeHouseTest {
    private static final String REPORT = """
        南江市档案馆2021年度部门整体支出绩效自评报告
        一、部门概况
        本馆负责全市档案的接收、保管和利用。
        二、预算支出情况
        （一）三公经费
        全年“三公”经费支出3.2万元，比上年下降。
        三、存在的问题
        预算编制不够细，接待费没有单独列出。
        四、改进措施
        下一年度把三公经费逐项列明。
        """;

    @TempDir
    private Path folder = Path.of("");

    private Path workspace = Path.of("");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        workspace = folder.resolve("工作区");
        Files.writeString(folder.resolve("档案馆.txt"), REPORT);
    }

    private int gewu(String... words) {
        out.reset();
        err.reset();
        PrintStream answers = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream complaints = new PrintStream(err, true, StandardCharsets.UTF_8);
        return Main.frontDoor(answers, complaints, Terminal.PIPE, new Interruption())
                .answer(call(words));
    }

    private List<String> call(String... words) {
        return Stream.concat(Stream.of("--workspace", workspace.toString(), "--lang", "zh"), Stream.of(words))
                .toList();
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aReportIsBroughtInAndFoundWithMarksExactlyOnTheWords() {
        assertThat(gewu("import", folder.resolve("档案馆.txt").toString()))
                .as(complained())
                .isZero();
        assertThat(gewu("search", "三公经费", "--json")).as(complained()).isZero();

        List<String> rows = said().lines().toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
        assertThat(rows.getLast())
                .startsWith("{\"type\":\"total\",\"paragraphs\":" + (rows.size() - 1) + ",\"reports\":1,");
        assertThat(markedWords(rows))
                .isNotEmpty()
                .allMatch(words -> words.replaceAll("[“”\"]", "").equals("三公经费"));
    }

    /// The words in the report that the rows' marks point to.
    private static List<String> markedWords(List<String> rows) {
        Pattern mark = Pattern.compile("\\[(\\d+),(\\d+)\\]");
        List<String> words = new ArrayList<>();
        for (String row : rows) {
            Matcher marks = mark.matcher(row.substring(Math.max(row.indexOf("\"marks\""), 0)));
            while (marks.find()) {
                words.add(REPORT.substring(Integer.parseInt(marks.group(1)), Integer.parseInt(marks.group(2))));
            }
        }
        return words;
    }

    @Test
    void aFolderOfOtherThingsIsRefusedAndStaysAsItIs() throws IOException {
        workspace = folder;

        assertThat(gewu("reports")).isEqualTo(3);
        assertThat(gewu("--help")).isZero();

        try (Stream<Path> there = Files.list(folder)) {
            assertThat(there).containsExactly(folder.resolve("档案馆.txt"));
        }
    }

    @Test
    void theSameFileTwiceIsADuplicateAndNoFailure() {
        gewu("import", folder.resolve("档案馆.txt").toString());

        assertThat(gewu("import", "--json", folder.resolve("档案馆.txt").toString()))
                .isZero();
        assertThat(said()).contains("\"type\":\"file\"", "\"state\":\"duplicate\"");
    }

    @Test
    void anEmptyFileFailsAloneAndTheOthersComeIn() throws IOException {
        Files.createFile(folder.resolve("空.txt"));

        assertThat(gewu(
                        "import",
                        "--json",
                        folder.resolve("空.txt").toString(),
                        folder.resolve("档案馆.txt").toString()))
                .isEqualTo(1);
        assertThat(said()).contains("\"state\":\"failed\"", "\"state\":\"imported\"");
    }

    @Test
    void nothingFoundIsAnAnswerNotAFailure() {
        gewu("import", folder.resolve("档案馆.txt").toString());

        assertThat(gewu("search", "航天飞机")).isZero();
        assertThat(said()).contains("没有找到“航天飞机”");
    }

    @Test
    void whatHelpListsIsContributedByItsOwnRoom() {
        assertThat(gewu("--help")).isZero();

        assertThat(said())
                .contains(
                        "import", "reports", "outline", "text", "search", "plugins", "doctor", "reindex", "serve",
                        "hello");
        assertThat(workspace).doesNotExist();
    }

    @Test
    void aWorkspaceFromTheFutureIsRefusedUnharmed() throws IOException {
        gewu("import", folder.resolve("档案馆.txt").toString());
        Files.writeString(workspace.resolve("format"), "999\n");

        assertThat(gewu("reports")).isEqualTo(3);
        assertThat(complained().lines()).hasSize(2);
        assertThat(workspace.resolve("format")).hasContent("999");
    }

    @Test
    void aWorkspaceThatCannotBeMadeIsSaidInTwoLines() throws IOException {
        workspace = Files.createFile(folder.resolve("file")).resolve("inside");

        assertThat(gewu("reports")).isEqualTo(3);
        assertThat(complained().lines()).as(complained()).hasSize(2);
    }

    @Test
    void aReportNobodyKnowsIsSaidInTwoLines() {
        gewu("import", folder.resolve("档案馆.txt").toString());

        assertThat(gewu("outline", "zzz")).isNotZero();
        assertThat(complained().lines()).hasSize(2);
    }

    @Test
    void aServedWorkspaceCanBeReadButNotWrittenByOthersAndEndsWhenTold() throws Exception {
        gewu("import", folder.resolve("档案馆.txt").toString());
        Process server = process("serve", "--port", "0");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String address = address(lines.readLine());
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address + "reports"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));

            assertThat(page.body()).contains("南江市档案馆2021年度部门整体支出绩效自评报告");
            assertThat(gewu("search", "三公经费")).as(complained()).isZero();
            assertThat(gewu("import", folder.resolve("档案馆.txt").toString())).isEqualTo(3);
            server.destroy();
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(gewu("import", folder.resolve("档案馆.txt").toString()))
                    .as(complained())
                    .isZero();
        } finally {
            server.destroyForcibly();
        }
    }

    /// The example of plugins/README.md, dropped into the workspace: nothing is built, installed or registered.
    @Test
    void aPluginOfTenLinesShowsUpInTheBrowserInTheTerminalAndAsJson() throws Exception {
        gewu("import", folder.resolve("档案馆.txt").toString());
        Files.createDirectories(workspace.resolve("plugins"));
        Files.writeString(workspace.resolve("plugins/ReportsByYear.java"), tenLines());

        assertThat(gewu("view", "reports-by-year")).as(complained()).isZero();
        assertThat(said()).contains("年度", "2021");
        assertThat(gewu("--json", "view", "reports-by-year")).isZero();
        assertThat(said()).contains("\"rows\":[[\"2021\",\"1\"]]");
        assertThat(gewu("view")).isZero();
        assertThat(said()).contains("各年度报告份数");

        Process server = process("serve", "--port", "0");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String address = address(lines.readLine());
            assertThat(page(address + "view/reports-by-year"))
                    .contains("<h1>各年度报告份数</h1>", ">2021</td>", "各年度报告份数</a>");
            assertThat(page(address + "shell.json")).contains("\"id\":\"reports-by-year\"");
        } finally {
            server.destroyForcibly();
        }
    }

    private static String page(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private static String tenLines() throws IOException {
        String manual = Files.readString(
                Path.of(System.getProperty("gewu.root", "../..")).resolve("plugins/README.md"));
        Matcher example = Pattern.compile("(?ms)^```java\\n((?:(?!```).)*record ReportsByYear.*?)^```$")
                .matcher(manual);
        assertThat(example.find()).isTrue();
        return example.group(1);
    }

    private static String address(String line) {
        Matcher address = Pattern.compile("http://\\S+").matcher(line);
        assertThat(address.find()).as(line).isTrue();
        return address.group();
    }

    private Process process(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsun.stdout.encoding=UTF-8",
                "-classpath",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(call(words));
        ProcessBuilder process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().put("LC_ALL", "C.UTF-8");
        return process.start();
    }
}
