package gewu.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.plugin.Extension;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Where plugins tell ids of reports, people read names.
final class NamedReportsTest {
    private static final List<Panel.Column> COLUMNS =
            List.of(Panel.Column.report("报告", "Report"), Panel.Column.text("说明", "Remark"));
    private static final String NAME = "南江市档案馆 2021 部门整体支出";

    private final NamedReports named = new NamedReports(new Shelf()
            .with("4517257875", "2021年度绩效自评报告", 2021, "档案保管良好。")
            .with("9b565ea662", "2022年度绩效自评报告", 2022, "档案保管良好。"));

    @Test
    void anIdIsShownAsTheNameOfItsReportAndLeadsThere() {
        Panel.Row row = only(Panel.Row.of("4517257875", "已核对"));

        assertThat(row.cells()).extracting(Label::zh).containsExactly(NAME, "已核对");
        assertThat(row.cells().getFirst().en()).isEqualTo("南江市档案馆 2021 whole department");
        Panel.Piece piece = Objects.requireNonNull(row.sentences().get(0)).zh().getFirst();
        assertThat(piece.to().map(Link::to)).contains("/report/4517257875");
    }

    @Test
    void signsBetweenReportsStayAndWhatIsNoReportStaysAsItIs() {
        assertThat(only(Panel.Row.of("4517257875 → 9b565ea662", ""))
                        .cells()
                        .getFirst()
                        .zh())
                .isEqualTo(NAME + " → 南江市档案馆 2022 部门整体支出");
        assertThat(only(Panel.Row.of("0000000000", "")).cells().getFirst().zh()).isEqualTo("0000000000");
    }

    @Test
    void aShortTableIsSiftedByTheNamesThatStandInIt() {
        Panel.Table table = (Panel.Table) named.of(new Panel.Table(
                Label.same(""), COLUMNS, List.of(Panel.Row.of("4517257875", ""), Panel.Row.of("9b565ea662", ""))));

        assertThat(table.columns()).noneMatch(it -> it.kind() == Panel.Column.Kind.REPORT);
        assertThat(table.rows()).extracting(it -> it.cells().getFirst().zh()).allMatch(it -> it.contains("档案馆"));
    }

    @Test
    void rowsOfALongTableAreNamedAsTheyComeIntoSight() {
        Panel.LongTable table = (Panel.LongTable) named.of(new Panel.LongTable(
                Label.same(""),
                "all",
                COLUMNS,
                Panel.Rows.of(COLUMNS, List.of(Panel.Row.of("4517257875", "一"), Panel.Row.of("9b565ea662", "二")))));

        assertThat(table.rows().count(Panel.Sift.NONE)).isEqualTo(2);
        assertThat(table.rows().some(Panel.Sift.NONE, 1, 1).getFirst().cells())
                .extracting(Label::zh)
                .containsExactly("南江市档案馆 2022 部门整体支出", "二");
    }

    @Test
    void whoAskedAboutOneReportIsNotToldItsNameInEachRow() throws Exception {
        Extension<View> figures = new Manifests("""
                <plugin id="trial" version="1.0.0" api="^1.0" title="试" title-en="Trial">
                  <extension point="view" id="figures" class="trial.Figures" title="数字" title-en="Figures">
                    <parameter name="report" follows="report" title="报告" title-en="a report"/>
                  </extension>
                </plugin>
                """)
                .living("figures", () -> (View) _ -> new Panel.Text(""))
                .find(View.class, "figures")
                .orElseThrow();
        Panel.Table table = new Panel.Table(
                Label.same(""),
                COLUMNS,
                List.of(Panel.Row.of("4517257875", "甲").at(1, new Panel.Place("4517257875", 7))));

        Panel.Table ofOne = (Panel.Table) named.of(table, figures, Map.of("report", "南江市档案馆2021"));
        Panel.Table ofAll = (Panel.Table) named.of(table, figures, Map.of());

        assertThat(ofOne.columns()).containsExactly(COLUMNS.get(1));
        assertThat(ofOne.rows().getFirst()).isEqualTo(Panel.Row.of("甲").at(0, new Panel.Place("4517257875", 7)));
        assertThat(ofAll.columns()).hasSize(2);
    }

    @Test
    void otherLinksOfARowStay() {
        Panel.Row row = only(Panel.Row.of("4517257875", "原文").at(1, new Panel.Place("4517257875", 7)));

        assertThat(Optional.ofNullable(row.leads().get(1)).map(Link::to)).contains("/report/4517257875?at=7");
    }

    private Panel.Row only(Panel.Row row) {
        return ((Panel.Table) named.of(new Panel.Table(Label.same(""), COLUMNS, List.of(row))))
                .rows()
                .getFirst();
    }
}
