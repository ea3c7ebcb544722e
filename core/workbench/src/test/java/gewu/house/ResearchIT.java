package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A researcher at a browser: sets reports side by side, writes notes beside their paragraphs, and puts figures right.
@ExtendWith(Visits.class)
final class ResearchIT {
    private static final String LINJIANG = "2021年度临江市信访局部门整体支出绩效自评报告";
    private static final String YUNHAI = "2021年度云海市信访局部门整体支出绩效自评报告";

    @Test
    void aReportIsSetBesideAnotherOneFromTheReaderAndKeysLeadFromDifferenceToDifference(Visitor visitor) {
        visitor.opens("/reports").follows(LINJIANG).seesWindow(LINJIANG);

        visitor.chooses("与…对照").seesWindow("选择对照");
        visitor.window("选择对照").locator("td a").filter(having(YUNHAI)).click();
        visitor.seesWindow("章节对照");

        Locator shown = visitor.window("章节对照");
        assertThat(shown.locator("thead th").filter(having("临江市信访局 2021")).count())
                .isEqualTo(1);
        assertThat(shown.locator(".sides .right mark").count()).isPositive();
        shown.locator(".sides-bar").click();
        visitor.presses("n", "n");
        visitor.waitsUntil(
                "the second difference",
                () -> shown.locator(".sides-bar output").textContent().startsWith("2 / "));
        assertThat(shown.locator("tr.now").count()).isEqualTo(1);
    }

    @Test
    void reportsTickedInTheListStandSideBySideAndWhatIsTheSameOpensOnDemand(Visitor visitor) {
        visitor.opens("/reports").seesWindow("全部报告");
        Locator list = visitor.window("全部报告");
        list.getByLabel("选中：" + LINJIANG).check();
        list.getByLabel("选中：" + YUNHAI).check();

        visitor.chooses("对照所选报告").seesWindow("章节对照");

        Locator shown = visitor.window("章节对照");
        Locator same = shown.locator("tr.same").first();
        assertThat(same.isVisible()).isFalse();
        shown.locator(".folded button").first().click();
        assertThat(same.isVisible()).isTrue();
    }

    @Test
    void aNoteIsWrittenAtItsParagraphAndStandsBesideItInEveryOpenReader(Visitor one, Visitor other) {
        other.opens("/reports").follows(LINJIANG).seesWindow(LINJIANG);
        one.opens("/reports").follows(LINJIANG).seesWindow(LINJIANG);
        Locator paragraph = one.window(LINJIANG).locator("#p6");

        paragraph.hover();
        paragraph.locator("a.notes").click();
        Locator box = one.page().locator(".telling");
        box.getByLabel("笔记").first().fill("职责有七条，与三定方案核对");
        box.getByText("记下").click();

        one.sees("笔记：职责有七条，与三定方案核对");
        other.sees("笔记：职责有七条，与三定方案核对");
        assertThat(one.window(LINJIANG).locator("#p6 + .remarks").count()).isEqualTo(1);
    }

    @Test
    void aLongReportIsReadAtItsHitWhileItsFiguresAreStillBeingUnderlined(Visitor visitor) {
        visitor.opens("/import");
        visitor.page()
                .locator("form.drop input[type=file]")
                .first()
                .setInputFiles(new FilePayload(
                        "长报告.txt", "text/plain", Crowd.longReport().getBytes(StandardCharsets.UTF_8)));
        visitor.waitsUntil(
                "the long report in the list",
                () -> visitor.opens("/reports").page().content().contains(Crowd.LONG + "2023"));
        visitor.opens("/search?q=title:" + Crowd.LONG + " 整改").settles();
        List<Route> held = new ArrayList<>();
        visitor.page().route(it -> it.contains("/report/") && !it.contains("bare="), held::add);

        visitor.page().locator(".hit a.where").last().click();
        visitor.waitsUntil(
                "its words",
                () -> visitor.page().locator(".reading[data-bare] .sheet").count() > 0);
        Locator reading = visitor.page().locator(".reading[data-bare]");
        Locator hit = reading.locator(".here");
        assertThat(hit.locator("mark").count()).isPositive();
        assertThat(reading.locator("a.under").count()).isZero();
        visitor.waitsUntil("the request for all of it", () -> !held.isEmpty());
        double stood = hit.boundingBox().y;
        assertThat(stood).isBetween(0.0, 900.0);

        held.forEach(Route::resume);
        visitor.settles();
        Locator whole = visitor.page().locator(".reading");
        assertThat(whole.locator("a.under").count()).isGreaterThan(1_000);
        assertThat(whole.locator(".here mark").count()).isPositive();
        assertThat(whole.locator(".here").boundingBox().y).isCloseTo(stood, within(2.0));
        assertThat(whole.locator(".reading-bar [data-shows=figures]").isVisible())
                .isTrue();
        visitor.presses("p");
        assertThat(whole.locator("mark.now").count()).isEqualTo(1);
    }

    @Test
    void aListOfQueriesFromAFileBecomesATableWhoseFiguresLeadToTheirHits(Visitor visitor) {
        visitor.opens("/").settles().picks("批量检索").seesWindow("批量检索");
        Locator window = visitor.window("批量检索");
        window.locator("input[type=file]")
                .first()
                .setInputFiles(file("词.csv", "编号,检索式\n1,\"三公经费\"\n2,信访\n3,没有的词语\n4,预算\n"));
        visitor.waitsUntil(
                "the queries of the file",
                () -> window.locator("textarea").inputValue().equals("三公经费\n信访\n没有的词语\n预算"));

        visitor.presses("Control+Enter").sees("检索式 × 年度（段落）");
        assertThat(visitor.address()).startsWith("/view/batch?queries=三公经费");
        assertThat(window.locator("tbody tr").allTextContents().get(2)).contains("没有的词语", "0");

        String downloaded = visitor.page()
                .waitForDownload(() -> {
                    window.locator(".sheet-tools").getByText("导出").click();
                    window.getByText("CSV").first().click();
                })
                .suggestedFilename();
        assertThat(downloaded).endsWith(".csv");

        window.locator("tbody tr").first().locator("td.number a").first().click();
        visitor.seesWindow("三公经费");
        assertThat(visitor.address()).contains("q=三公经费", "year=2021");
    }

    private static FilePayload file(String name, String words) {
        return new FilePayload(name, "text/csv", words.getBytes(StandardCharsets.UTF_8));
    }

    private static Locator.FilterOptions having(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
