package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Figures in the browser: whether they add up, where they stand, and what a person says of one of them.
@ExtendWith(Visits.class)
final class FiguresIT {
    private static final String LINJIANG = "2021年度临江市信访局部门整体支出绩效自评报告";
    private static final String AUDIT = "勾稽校验";
    private static final String COMPARED = "指标对照";
    private static final String FIGURE = "一个数字";

    @Test
    void theFiguresOfAFindingLightUpInTheReader(Visitor visitor) {
        visitor.opens("/").goesTo("指标").seesWindow(AUDIT);

        finding(visitor, "不成数字").getByRole(AriaRole.LINK, named("数字有误")).click();
        visitor.seesWindow(LINJIANG);

        Locator lit = visitor.window(LINJIANG).locator(".lit");
        visitor.waitsUntil("that its figures light up", () -> lit.count() == 3);
        assertThat(lit.allTextContents()).contains("1857.41.51万元", "1805.99万元");
        visitor.waitsUntil("the first of them in sight", () -> isInSight(lit.first()));

        finding(visitor, "公车运行维护费 24%是上升")
                .getByRole(AriaRole.LINK, named("自相矛盾"))
                .click();
        visitor.waitsUntil(
                "the figure of another finding",
                () -> lit.count() == 1 && lit.first().textContent().equals("24%"));
        visitor.waitsUntil("it in sight", () -> isInSight(lit.first()));
    }

    @Test
    void aFigureThatIsCorrectedChangesTableChartAndAuditUntilItIsTakenBack(Visitor visitor) {
        visitor.opens("/").goesTo("指标").seesWindow(AUDIT);
        visitor.tab(COMPARED).click();
        visitor.window(COMPARED).getByText("“三公”经费").first().click();
        visitor.window(COMPARED).locator(".chart").first().waitFor();
        assertThat(compared(visitor)).contains("5.76").doesNotContain("6.66");

        finding(visitor, "本局\"三公\"经费支出").getByText("本局\"三公\"经费支出 5.76万元").click();
        visitor.seesWindow(LINJIANG);
        Locator lit = visitor.window(LINJIANG)
                .locator("a.under:has(.lit), .lit a.under, a.under.lit")
                .first();
        lit.click();
        Locator form = visitor.page().locator(".telling form").filter(new Locator.FilterOptions().setHasText("保存更正"));
        form.locator("[name='--value']").fill("6.66");
        form.locator("[name='--remark']").fill("与决算报表核对");
        form.getByText("保存更正").click();

        form.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        visitor.waitsUntil("the figure in the audit", () -> audited(visitor).contains("6.66万元（更正前 5.76万元）"));
        visitor.tab(COMPARED).click();
        visitor.waitsUntil("the figure in the table", () -> compared(visitor).contains("6.66"));
        visitor.waitsUntil("the figure in the chart", () -> chart(visitor).contains("6.66"));
        assertThat(visitor.window(FIGURE).textContent()).contains("与决算报表核对");

        visitor.window(FIGURE).getByText("撤回这条意见").click();

        visitor.waitsUntil("the table as it was", () -> !compared(visitor).contains("6.66"));
        visitor.waitsUntil("the chart as it was", () -> !chart(visitor).contains("6.66"));
        visitor.waitsUntil("the audit as it was", () -> audited(visitor).contains("5.76万元比上期"));
        assertThat(compared(visitor)).contains("5.76");
    }

    private static Locator finding(Visitor visitor, String words) {
        return visitor.window(AUDIT)
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private static String compared(Visitor visitor) {
        return visitor.window(COMPARED).locator("table").first().textContent();
    }

    private static String chart(Visitor visitor) {
        return visitor.window(COMPARED).locator(".chart").first().getAttribute("data-chart");
    }

    private static String audited(Visitor visitor) {
        return visitor.window(AUDIT).textContent();
    }

    private static boolean isInSight(Locator element) {
        return Boolean.TRUE.equals(
                element.evaluate(
                        "it => { const at = it.getBoundingClientRect();"
                                + " return document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2)?.closest('.lit') === it; }"));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
