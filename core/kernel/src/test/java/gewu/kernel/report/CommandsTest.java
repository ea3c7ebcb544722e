package gewu.kernel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.job.Progress;
import gewu.api.report.Doubt;
import gewu.api.report.Page;
import gewu.api.report.PageLook;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportCount;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportKind;
import gewu.api.report.ReportSummary;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import gewu.api.report.SourceText;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.kernel.store.SqliteStore;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String TEXT = "一、概况\n职工四十二人。\f（一）存在问题\n预算偏粗。";

    @TempDir
    private Path folder;

    private static final List<Page> PAGES = List.of(new Page(1, 0, 13), new Page(2, 13, TEXT.length()));

    private SqliteStore store;
    private StoredReports reports;

    @BeforeEach
    void keepTwoReports() {
        store = SqliteStore.open(folder.resolve("gewu.db"), false, Clock.fixed(NOON, ZoneOffset.UTC));
        reports = new StoredReports(store);
        keep("aaaa000000", new ReportFacts("水利局2021年自评报告", "青禾县水利局", "青禾县", 2021, ReportKind.WHOLE_DEPARTMENT));
        keep("bbbb000000", new ReportFacts("公路处2022年项目自评", "云岭市公路_处", "云岭市", 2022, ReportKind.PROJECT));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void reportsGivesARowForEachReportAsTheContractSays() {
        Lines lines = run(new ReportsCommand(reports), true, call(List.of(), Map.of("--org", List.of("水利"))));

        assertThat(lines.rows).hasSize(1);
        DataRow row = lines.rows.getFirst();
        assertThat(row.type()).isEqualTo("report");
        assertThat(row.values().keySet())
                .containsExactly(
                        "report",
                        "title",
                        "org",
                        "region",
                        "year",
                        "kind",
                        "pages",
                        "paragraphs",
                        "characters",
                        "file",
                        "media_type",
                        "sha256",
                        "imported_at");
        assertThat(row.values())
                .containsEntry("report", "aaaa000000")
                .containsEntry("year", 2021)
                .containsEntry("kind", "whole_department")
                .containsEntry("pages", 2)
                .containsEntry("characters", TEXT.length())
                .containsEntry("imported_at", "2026-11-20T12:00:00Z");
    }

    @Test
    void aPartOfTheListIsThatPartOfTheWholeAndIsCountedWithoutReading() {
        List<ReportSummary> all = reports.list(ReportFilter.ALL);
        assertThat(reports.list(ReportFilter.ALL, 0, 1)).isEqualTo(all.subList(0, 1));
        assertThat(reports.list(ReportFilter.ALL, 1, 9)).isEqualTo(all.subList(1, 2));
        assertThat(reports.list(ReportFilter.ALL, 2, 9)).isEmpty();
        assertThat(reports.count(ReportFilter.ALL)).isEqualTo(new ReportCount(2, 2));
        assertThat(reports.count(new ReportFilter("水利", 0, 2021, Optional.empty())))
                .isEqualTo(new ReportCount(1, 1));
    }

    @Test
    void reportsKeepsOnlyWhatAllOptionsAllow() {
        assertThat(ids("--year", "2022")).containsExactly("bbbb000000");
        assertThat(ids("--year", "2020..2021")).containsExactly("aaaa000000");
        assertThat(ids("--year", "2022..")).containsExactly("bbbb000000");
        assertThat(ids("--year", "..2021")).containsExactly("aaaa000000");
        assertThat(ids("--kind", "项目支出")).containsExactly("bbbb000000");
        assertThat(ids("--org", "_")).containsExactly("bbbb000000");
        assertThat(ids("--org", "%")).isEmpty();
        assertThatThrownBy(() -> ids("--kind", "预算"))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(refused.remedy()).contains("project (项目支出)"));
        assertThatThrownBy(() -> ids("--year", "去年")).hasMessageContaining("not “去年”");
        assertThatThrownBy(() -> ids("--year", "..")).hasMessageContaining("not “..”");
        assertThatThrownBy(() -> ids("--year", "2023..2021"))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(refused.remedy()).contains("2021..2023"));
    }

    @Test
    void reportsShowsPeopleATableAndSaysWhatToDoWhenThereIsNothing() {
        Lines some = run(new ReportsCommand(reports), false, call(List.of(), Map.of()));
        Lines none = run(new ReportsCommand(reports), false, call(List.of(), Map.of("--year", List.of("1999"))));

        assertThat(some.panels).hasSize(1).first().isInstanceOf(Panel.Table.class);
        assertThat(none.panels.toString()).contains("--year", "共 2 份").doesNotContain("gewu import");
    }

    @Test
    void outlineGivesSectionsAsTheContractSaysAndPeopleATree() {
        Lines lines = run(new OutlineCommand(reports), true, call(List.of("aaaa"), Map.of()));
        assertThat(lines.rows).extracting(DataRow::type).containsOnly("section");
        assertThat(lines.rows.getLast().values())
                .containsExactly(
                        Map.entry("section", 2),
                        Map.entry("parent", 1),
                        Map.entry("level", 2),
                        Map.entry("number", "（一）"),
                        Map.entry("heading", "存在问题"),
                        Map.entry("role", "problems"),
                        Map.entry("start", 13),
                        Map.entry("end", TEXT.length()),
                        Map.entry("page", 2));

        assertThat(run(new OutlineCommand(reports), false, call(List.of("水利局"), Map.of())).panels)
                .last()
                .isInstanceOfSatisfying(
                        Panel.Tree.class,
                        tree -> assertThat(tree.nodes()
                                        .getFirst()
                                        .nodes()
                                        .getFirst()
                                        .text()
                                        .zh())
                                .isEqualTo("（一）存在问题"));
    }

    @Test
    void textGivesExactlyTheSourceOfEachPage() {
        Lines all = run(new TextCommand(reports), true, call(List.of("aaaa"), Map.of()));
        String together = String.join(
                "",
                all.rows.stream()
                        .map(it -> String.valueOf(it.values().get("text")))
                        .toList());
        assertThat(together).isEqualTo(TEXT);

        Lines second = run(new TextCommand(reports), true, call(List.of("aaaa"), Map.of("--page", List.of("2"))));
        assertThat(second.rows).hasSize(1);
        assertThat(second.rows.getFirst().values().get("start")).isEqualTo(13);
        assertThatThrownBy(() ->
                        run(new TextCommand(reports), true, call(List.of("aaaa"), Map.of("--page", List.of("3")))))
                .hasMessageContaining("has no page 3; it has 2");
    }

    @Test
    void textTellsWhereAPagesWordsComeFromAndWhichAreDoubtful() {
        List<Doubt> doubts = List.of(new Doubt(7, 9, 0.5), new Doubt(9, 10, 0.25));
        keep(
                "cccc000000",
                new ReportFacts("扫描件", "", "", 0, ReportKind.OTHER),
                new SourceText(TEXT, PAGES, SourceText.Lines.WHOLE, List.of(), doubts),
                List.of(new PageLook(
                        1, 595, 842, PageLook.Origin.RECOGNISED, "tesseract", 0, List.of(), List.of(), "")));

        List<DataRow> rows = run(new TextCommand(reports), true, call(List.of("cccc"), Map.of())).rows;
        assertThat(rows.get(0).values())
                .containsEntry("text", TEXT.substring(0, 13))
                .containsEntry("doubts", List.of(List.of(7, 9, 0.5), List.of(9, 10, 0.25)))
                .containsEntry("origin", "recognised");
        assertThat(rows.get(1).values()).doesNotContainKeys("doubts", "origin");

        assertThat(run(new TextCommand(reports), false, call(List.of("cccc"), Map.of()))
                        .panels
                        .toString())
                .contains("职工四十二〔?〕人。", "〔?〕 表示文字识别没有把握");
        assertThat(reports.doubts("cccc000000")).isEqualTo(doubts);
        assertThat(reports.doubts("aaaa000000")).isEmpty();
    }

    @Test
    void factsAreCorrectedTakenBackAndOnlyShownInADryRun() {
        FactsCommand facts = new FactsCommand(reports, store, Clock.fixed(NOON, ZoneOffset.UTC));
        Map<String, List<String>> bulk = Map.of("--year", List.of("2021..2022"), "--set", List.of("年度=2023"));

        Lines dry = run(
                facts,
                true,
                call(
                        List.of(),
                        Map.of(
                                "--year", List.of("2021..2022"),
                                "--set", List.of("年度=2023"),
                                "--dry-run", List.of())));
        assertThat(dry.rows).hasSize(2);
        assertThat(ids("--year", "2023")).isEmpty();

        run(facts, true, call(List.of(), bulk));
        assertThat(ids("--year", "2023")).containsExactly("bbbb000000", "aaaa000000");
        assertThat(run(facts, true, call(List.of("aaaa"), Map.of())).rows)
                .filteredOn(it -> "year".equals(it.values().get("field")))
                .singleElement()
                .satisfies(it -> assertThat(it.values())
                        .containsEntry("value", "2023")
                        .containsEntry("origin", "person")
                        .containsEntry("start", null));

        run(facts, true, call(List.of("aaaa"), Map.of("--unset", List.of("year"))));
        assertThat(ids("--year", "2021")).containsExactly("aaaa000000");
    }

    @Test
    void factsGoOutAsATableAndComeBackChangedWhateverTheSpreadsheetMadeOfThem() throws IOException {
        FactsCommand facts = new FactsCommand(reports, store, Clock.fixed(NOON, ZoneOffset.UTC));
        Path file = folder.resolve("要素.csv");
        run(facts, false, call(List.of(), Map.of("--csv", List.of(file.toString()))));
        String written = Files.readString(file);
        assertThat(written).startsWith("\ufeff报告,文件,标题,标题来自,标题出处,单位,").contains("青禾县水利局");

        assertThat(run(facts, true, call(List.of(), Map.of("--apply", List.of(file.toString())))).rows)
                .isEmpty();

        String changed = written.substring(1)
                .replace("云岭市公路_处,", "云岭市公路管理处,")
                .replace("青禾县水利局,", "\"青禾县水务局\",")
                .replace(',', '\t');
        Files.write(file, changed.getBytes(Charset.forName("GBK")));
        Map<String, List<String>> apply = Map.of("--apply", List.of(file.toString()));
        assertThat(run(
                                facts,
                                true,
                                call(List.of(), Map.of("--apply", List.of(file.toString()), "--dry-run", List.of())))
                        .rows)
                .hasSize(2);
        assertThat(ids("--org", "公路管理处")).isEmpty();

        assertThat(run(facts, true, call(List.of(), apply)).rows)
                .extracting(it -> it.values().get("after"))
                .containsExactlyInAnyOrder("云岭市公路管理处", "青禾县水务局");
        assertThat(ids("--org", "公路管理处")).containsExactly("bbbb000000");
        assertThat(ids("--org", "水务")).containsExactly("aaaa000000");
    }

    @Test
    void aTableWithFaultsChangesNothingAndNamesEachLine() throws IOException {
        FactsCommand facts = new FactsCommand(reports, store, Clock.fixed(NOON, ZoneOffset.UTC));
        Path file = Files.writeString(folder.resolve("错.csv"), """
                报告,年度,单位,颜色
                aaaa000000,2020,青禾县水务局,红
                bbbb000000,去年,,蓝
                1.2E+10,2020,某局,
                aaaa000000,2019,,
                """);

        Lines lines = run(
                facts, true, call(List.of(), Map.of("--apply", List.of(file.toString()))), Command.Exit.SOME_FAILED);

        assertThat(lines.rows)
                .extracting(it -> it.values().get("line") + " " + it.values().get("column"))
                .containsExactly("1 颜色", "3 年度", "3 单位", "4 报告", "5 报告");
        assertThat(lines.rows)
                .allSatisfy(it ->
                        assertThat(String.valueOf(it.values().get("remedy"))).isNotBlank());
        assertThat(ids("--year", "2020")).isEmpty();
    }

    @Test
    void anEmptiedCellTakesAPersonsWordBack() throws IOException {
        FactsCommand facts = new FactsCommand(reports, store, Clock.fixed(NOON, ZoneOffset.UTC));
        run(facts, true, call(List.of("aaaa"), Map.of("--set", List.of("文号=青水〔2022〕3号"))));
        Path file = Files.writeString(folder.resolve("回.csv"), "report;文号;日期\naaaa000000;;2022/3/9\n");

        run(facts, true, call(List.of(), Map.of("--apply", List.of(file.toString()))));

        assertThat(reports.facts("aaaa000000"))
                .extracting(it -> it.field().id() + " " + it.value())
                .contains("date 2022-03-09")
                .noneMatch(it -> it.startsWith("number"));
    }

    @Test
    void factsRefusesWrongValuesAndNamesTheRightOnes() {
        FactsCommand facts = new FactsCommand(reports, store, Clock.fixed(NOON, ZoneOffset.UTC));

        assertThatThrownBy(() -> run(facts, true, call(List.of("aaaa"), Map.of("--set", List.of("year=1900")))))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(refused.remedy()).contains("1949 to 2100"));
        assertThatThrownBy(() -> run(facts, true, call(List.of("aaaa"), Map.of("--set", List.of("kind=预算")))))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(refused.remedy()).contains("project (项目支出)"));
        assertThatThrownBy(() -> run(facts, true, call(List.of("aaaa"), Map.of("--set", List.of("date=2024-02-30")))))
                .hasMessageContaining("no date");
        assertThatThrownBy(() -> run(facts, true, call(List.of("aaaa"), Map.of("--unset", List.of("colour")))))
                .hasMessageContaining("no field");
        assertThatThrownBy(() -> run(facts, true, call(List.of(), Map.of("--set", List.of("year=2022")))))
                .hasMessageContaining("Which reports");
    }

    private List<Object> ids(String option, String word) {
        return run(new ReportsCommand(reports), true, call(List.of(), Map.of(option, List.of(word)))).rows.stream()
                .map(it -> (Object) String.valueOf(it.values().get("report")))
                .toList();
    }

    private static Lines run(Command command, boolean isJson, CommandCall call) {
        return run(command, isJson, call, Command.Exit.DONE);
    }

    private static Lines run(Command command, boolean isJson, CommandCall call, Command.Exit exit) {
        Lines lines = new Lines(isJson);
        try {
            assertThat(command.run(call, lines)).isEqualTo(exit);
        } catch (WorkbenchException told) {
            throw told;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
        return lines;
    }

    private static CommandCall call(List<String> arguments, Map<String, List<String>> options) {
        return new CommandCall(arguments, options);
    }

    private void keep(String id, ReportFacts facts) {
        keep(id, facts, new SourceText(TEXT, PAGES), List.of());
    }

    private void keep(String id, ReportFacts facts, SourceText source, List<PageLook> looks) {
        Report report = new Report(
                id,
                1,
                facts,
                source,
                List.of(
                        new Paragraph(1, 1, 1, 0, 4),
                        new Paragraph(2, 1, 1, 5, 12),
                        new Paragraph(3, 2, 2, 13, 20),
                        new Paragraph(4, 2, 2, 21, TEXT.length())),
                List.of(
                        new Section(1, 0, 1, "一、", "概况", SectionRole.OVERVIEW, 0, 4, TEXT.length(), 1),
                        new Section(2, 1, 2, "（一）", "存在问题", SectionRole.PROBLEMS, 13, 20, TEXT.length(), 2)));
        Origin origin = new Origin(
                id + ".txt", "/来件/" + id + ".txt", id + "0".repeat(54), 60, "text/plain", NOON, "import-text", "1.0.0");
        store.inTransaction(() -> new ReportTable(store).keep(report, facts, origin, looks));
    }

    /// What a command wrote.
    private static final class Lines implements Output {
        private final boolean isJson;
        private final List<DataRow> rows = new ArrayList<>();
        private final List<Panel> panels = new ArrayList<>();

        private Lines(boolean isJson) {
            this.isJson = isJson;
        }

        @Override
        public boolean isJson() {
            return isJson;
        }

        @Override
        public void row(DataRow row) {
            rows.add(row);
        }

        @Override
        public void show(Panel panel) {
            panels.add(panel);
        }

        @Override
        public void note(String text) {
            panels.add(new Panel.Text(text));
        }

        @Override
        public Progress progress() {
            return Progress.NONE;
        }
    }
}
