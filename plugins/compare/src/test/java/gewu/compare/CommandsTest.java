package gewu.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.testkit.CommandContract;
import gewu.testkit.RecordedOutput;
import gewu.testkit.SampleReport;
import gewu.testkit.ViewContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the commands and views of this room answer, over three reports of two archives.
final class CommandsTest {
    @TempDir
    private Path folder = Path.of("");

    private SmallHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new SmallHouse(folder);
        put("n1", "南江市", 2021, "一、存在的问题\n数字化进度偏慢，库房湿度控制设备已经用了11年，老化严重。\n来馆查阅的年轻人不多。");
        put("n2", "南江市", 2022, "一、存在的问题\n数字化进度偏慢，库房湿度控制设备已经用了12年，老化严重。\n志愿讲解员流动快。");
        put("b2", "北原市", 2022, "一、存在的问题\n数字化进度偏慢，库房湿度控制设备已经用了12年，老化严重。\n馆舍漏雨。");
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private void put(String id, String city, int year, String text) {
        String org = city + "档案馆";
        ReportFacts facts = new ReportFacts(year + "年度" + org + "自评报告", org, city, year, ReportKind.WHOLE_DEPARTMENT);
        house.shelf().put(SampleReport.of(id, 1, facts, text));
    }

    private static List<DataRow> rows(Command command, List<String> words, Map<String, List<String>> options)
            throws Exception {
        RecordedOutput output = RecordedOutput.json();
        command.run(new CommandCall(words, options), output);
        return output.rows();
    }

    private Command align() {
        return new AlignCommand(house.shelf());
    }

    @Test
    void theYearsOfAnOrganisationStandBesideTheYearBefore() throws Exception {
        List<DataRow> rows = rows(align(), List.of(), Map.of("--org", List.of("南江"), "--section", List.of("存在问题")));

        assertThat(rows)
                .extracting(it -> it.values().get("before_report") + "→"
                        + it.values().get("after_report") + " " + it.values().get("change"))
                .containsExactly("n1→n2 same", "n1→n2 figures", "n1→n2 gone", "n1→n2 new");
        assertThat(rows.get(1).values().get("difference"))
                .isEqualTo(List.of(Map.of(
                        "kind", "figures",
                        "before", List.of(28, 31),
                        "after", List.of(28, 31),
                        "before_text", "11年",
                        "after_text", "12年")));
    }

    @Test
    void theOrganisationsOfAYearStandBesideTheFirst() throws Exception {
        assertThat(rows(align(), List.of(), Map.of("--year", List.of("2022"))))
                .extracting(it ->
                        it.values().get("before_report") + "→" + it.values().get("after_report"))
                .containsOnly("b2→n2");
    }

    @Test
    void aLineUpThatCannotBeSaysWhy() {
        assertThatThrownBy(() -> rows(align(), List.of(), Map.of()))
                .isInstanceOf(WorkbenchException.class)
                .hasMessage("Nothing says which reports to set side by side.");
        assertThatThrownBy(() -> rows(align(), List.of(), Map.of("--org", List.of("档案馆"))))
                .hasMessageStartingWith("“档案馆” means 2 organisations over several years: 北原市档案馆, 南江市档案馆");
        assertThatThrownBy(() -> rows(align(), List.of(), Map.of("--org", List.of("北原"))))
                .hasMessage("There is only one report of “北原” to set side by side.");
        assertThatThrownBy(() -> rows(align(), List.of("n1", "n2"), Map.of("--section", List.of("资产"))))
                .hasMessage("None of these reports has a section “资产”.");
    }

    @Test
    void aParagraphThatIsNotThereOrTooShortIsRefusedWithTheNextMove() {
        Command similar = new SimilarCommand(house.shelf(), house.sheets());

        assertThatThrownBy(() -> rows(similar, List.of("n1"), Map.of("--paragraph", List.of("9"))))
                .hasMessage("The report n1 has no paragraph 9; it has 3.");
        assertThatThrownBy(() -> rows(similar, List.of(), Map.of("--words", List.of("太短"))))
                .hasMessage("“太短” is too short to be alike to anything.");
        assertThatThrownBy(() -> rows(similar, List.of(), Map.of())).hasMessage("Nothing says what to look for.");
    }

    @Test
    void wordsOfOnesOwnFindTheParagraphsThatSayNearlyThat() throws Exception {
        List<DataRow> rows = rows(
                new SimilarCommand(house.shelf(), house.sheets()),
                List.of(),
                Map.of("--words", List.of("数字化进度偏慢，库房湿度控制设备已经用了3年，老化严重")));

        assertThat(rows).hasSize(3).allSatisfy(it -> assertThat(it.values()).containsEntry("change", "figures"));
    }

    @Test
    void aYearAndItsNeighbourOfTheSameOrganisationIsNoSignal() throws Exception {
        List<DataRow> rows = rows(new BoilerplateCommand(house.shelf(), house.sheets()), List.of(), Map.of());

        assertThat(rows)
                .filteredOn(it -> it.type().equals("share"))
                .extracting(it -> it.values().get("report"), it -> it.values().get("signal"))
                .contains(org.assertj.core.groups.Tuple.tuple("b2", true));
        assertThat(rows)
                .filteredOn(it -> it.type().equals("sentence"))
                .singleElement()
                .satisfies(it -> assertThat(it.values())
                        .containsEntry("reports", 3)
                        .containsEntry("orgs", 2)
                        .containsEntry("years", 2)
                        .containsEntry("same_figures", 2));
    }

    @Nested
    final class Align extends CommandContract {
        @Override
        protected Command command() {
            return align();
        }

        @Override
        protected CommandCall call() {
            return new CommandCall(List.of("n1", "b2"), Map.of());
        }
    }

    @Nested
    final class Similar extends CommandContract {
        @Override
        protected Command command() {
            return new SimilarCommand(house.shelf(), house.sheets());
        }

        @Override
        protected CommandCall call() {
            return new CommandCall(List.of("n1"), Map.of());
        }
    }

    @Nested
    final class Boilerplates extends CommandContract {
        @Override
        protected Command command() {
            return new BoilerplateCommand(house.shelf(), house.sheets());
        }
    }

    @Nested
    final class AlignShown extends ViewContract {
        private @Nullable View view;

        @Override
        protected View view() {
            View shown = view == null ? new AlignView(house.shelf()) : view;
            view = shown;
            return shown;
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of("org", "南江"), Map.of(), Map.of("reports", "n1 b2", "section", "问题"));
        }
    }

    @Test
    void lastYearsReportOfTheSameOrganisationIsProposedFirstAndStandsOnTheLeft() {
        Panel.Stack choice = (Panel.Stack) new AlignWithView(house.shelf()).show(Map.of("report", "n2"));

        assertThat(choice.panels().get(1))
                .isEqualTo(new Panel.Links(
                        new Label("建议", "Proposed"),
                        List.of(new Panel.Link(
                                new Label("本单位上一年度：南江市档案馆 2021", "The year before: 南江市档案馆 2021"),
                                new Panel.Target("align", Map.of("reports", "n1 n2"))))));
        assertThat(((Panel.Table) choice.panels().get(2)).rows())
                .extracting(row ->
                        row.cells().get(1).zh() + " " + row.cells().get(3).zh())
                .containsExactly("南江市档案馆 本单位上一年度", "北原市档案馆 同年度其他单位");
    }

    @Test
    void theViewSetsBothReportsSideBySideWithWhatDiffersMarkedInBoth() {
        Panel.Stack shown = (Panel.Stack) new AlignView(house.shelf()).show(Map.of("reports", "n1 n2"));
        Panel.SideBySide texts = (Panel.SideBySide) shown.panels().getLast();

        assertThat(texts.left().zh()).isEqualTo("南江市档案馆 2021");
        assertThat(texts.couples())
                .extracting(Panel.Couple::change)
                .containsExactly(Panel.Change.SAME, Panel.Change.FIGURES, Panel.Change.GONE, Panel.Change.NEW);
        assertThat(texts.couples().get(1).left().stream().flatMap(it -> marked(it)))
                .containsExactly("11年");
        assertThat(texts.couples().get(1).right().stream().flatMap(it -> marked(it)))
                .containsExactly("12年");
    }

    @Test
    void aLongReportIsAskedAboutPartByPart() {
        StringBuilder text = new StringBuilder("一、存在的问题\n");
        for (int i = 1; i <= 70; i++) {
            text.append("第")
                    .append("甲乙丙丁戊己庚辛壬癸".charAt(i % 10))
                    .append("库房的密集架有")
                    .append("东西南北中".charAt(i % 5))
                    .append("侧")
                    .append("一二三四五六七".charAt(i % 7))
                    .append("组已经锈蚀，需要更换。\n");
        }
        put("long", "东海市", 2023, text.toString());
        put("same", "西山市", 2023, text.toString());
        View view = new SimilarView(house.shelf(), house.sheets());

        List<Integer> begins = new ArrayList<>();
        Optional<Panel.Target> next = Optional.of(new Panel.Target("similar", Map.of("report", "long")));
        while (next.isPresent()) {
            Panel.Stack shown = (Panel.Stack) view.show(next.get().parameters());
            begins.add(Integer.parseInt(next.get().parameters().getOrDefault("from", "1")));
            assertThat(shown.panels().stream().filter(Panel.Document.class::isInstance))
                    .hasSizeBetween(2, 12 * 4);
            next = shown.panels().stream()
                    .filter(Panel.Links.class::isInstance)
                    .flatMap(it -> ((Panel.Links) it).links().stream())
                    .filter(it -> it.words().zh().startsWith("接着看"))
                    .map(it -> (Panel.Target) it.to())
                    .findFirst();
        }
        assertThat(begins).hasSize(6).startsWith(1).isSorted();
    }

    private static Stream<String> marked(Panel.Document it) {
        return it.marks().stream().map(mark -> it.text().substring(mark.start() - it.start(), mark.end() - it.start()));
    }

    @Nested
    final class Chosen extends ViewContract {
        @Override
        protected View view() {
            return new AlignWithView(house.shelf());
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(
                    Map.of(),
                    Map.of("report", "n1"),
                    Map.of("report", "n1", "words", "北原"),
                    Map.of("report", "n1", "words", "无此"));
        }
    }

    @Nested
    final class SimilarShown extends ViewContract {
        @Override
        protected View view() {
            return new SimilarView(house.shelf(), house.sheets());
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of("report", "n1", "paragraph", "2"), Map.of(), Map.of("report", "n2"));
        }
    }

    @Nested
    final class BoilerplateShown extends ViewContract {
        @Override
        protected View view() {
            Sheets sheets = house.sheets();
            return new BoilerplateView(sheets, house.findings(sheets));
        }

        @Override
        protected List<Map<String, String>> parameters() {
            return List.of(Map.of(), Map.of("report", "b2"));
        }
    }
}
