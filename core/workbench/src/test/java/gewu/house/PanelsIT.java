package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a browser makes of panels: calendars, charts and tables by hand and by keys, on paper, and on a screen as
/// narrow
/// as a phone's.
@ExtendWith(Visits.class)
final class PanelsIT {
    private static final String FOCUSED_DAY = "document.activeElement.querySelector('time')?.dateTime ?? ''";

    @Test
    void aCalendarIsGoneThroughByKeysFromDayToDayAndFromMonthToMonth(Visitor visitor) {
        visitor.opens("/view/ledger-calendar?month=2026-05").seesWindow("整改日历");
        Locator window = visitor.window("整改日历");

        window.locator("table.calendar td[tabindex='0']").focus();
        visitor.presses("ArrowRight", "ArrowDown");
        assertThat(day(visitor)).isEqualTo("2026-05-09");
        visitor.presses("Home");
        assertThat(day(visitor)).isEqualTo("2026-05-04");

        visitor.presses("PageDown")
                .waitsUntil("the keys in June", () -> day(visitor).startsWith("2026-06"));
        visitor.presses("PageUp")
                .waitsUntil("the keys in May", () -> day(visitor).startsWith("2026-05"));
    }

    @Test
    void aClickOnABarOpensWhatStandsBehindIt(Visitor visitor) {
        visitor.opens("/view/ledger-dashboard").seesWindow("整改统计");
        Locator canvas = visitor.window("整改统计").locator("figure.chart .canvas").first();
        canvas.scrollIntoViewIfNeeded();
        Object place = canvas.evaluate(
                "it => { const chart = window.echarts.getInstanceByDom(it);"
                        + " const data = chart.getOption().series[0].data; const at = data.findIndex(each => each.value > 0 && each.to);"
                        + " return chart.convertToPixel({ seriesIndex: 0 }, [at, data[at].value / 2]).map(Math.round).join(' '); }");
        String[] xy = String.valueOf(place).split(" ");

        canvas.click(new Locator.ClickOptions().setPosition(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])));

        visitor.seesWindow("整改台账");
        assertThat(visitor.address()).startsWith("/view/ledger?");
    }

    @Test
    void aTableIsDownloadedWholeAsCsvAndAsXlsx(Visitor visitor) throws IOException {
        visitor.opens("/view/ledger").seesWindow("整改台账").sees("ZG-2021-0001-0001");

        byte[] csv = downloaded(visitor, "CSV");
        byte[] xlsx = downloaded(visitor, "XLSX");

        assertThat(new String(csv, StandardCharsets.UTF_8).lines())
                .hasSize(13)
                .anySatisfy(it -> assertThat(it).contains("ZG-2021-0001-0001", "专项资金管理办法"));
        assertThat(new String(xlsx, 0, 2, StandardCharsets.US_ASCII))
                .as("a packed workbook")
                .isEqualTo("PK");
    }

    @Test
    void cellsOfALongTableAreMarkedByKeysAndCopiedAsASpreadsheetTakesThem(Visitor visitor, Served served)
            throws IOException {
        Files.writeString(
                Files.createDirectories(served.workspace().resolve("plugins")).resolve("Volumes.java"), """
            import gewu.api.workbench.*;
            import java.util.*;
            import java.util.stream.*;

            /// 卷册 · Volumes
            record Volumes() implements View {
                public Panel show(Map<String, String> parameters) {
                    return new Panel.Table(
                            new gewu.api.Label("卷册", "Volumes"),
                            List.of(Panel.Column.text("卷号", "Volume"), Panel.Column.text("题名", "Title"), Panel.Column.number("页数", "Pages")),
                            IntStream.rangeClosed(1, 300).mapToObj(n -> Panel.Row.of("甲-" + n, "第 " + n + " 卷\\t\\"要件\\"", 10 * n)).toList());
                }
            }
            """);
        visitor.opens("/jobs").sees("插件 volumes 已载入。").opens("/view/volumes").seesWindow("卷册");
        Locator rows = visitor.window("卷册").locator(".tabulator-row");

        rows.nth(1).locator(".tabulator-cell").first().click();
        visitor.presses("Shift+ArrowDown", "Shift+ArrowRight", "Control+c");
        visitor.waitsUntil(
                "two rows of two cells",
                () -> visitor.copied().equals("甲-2\t\"第 2 卷\t\"\"要件\"\"\"\n甲-3\t\"第 3 卷\t\"\"要件\"\"\""));

        visitor.presses("Escape").window("卷册").getByText("复制").click();
        visitor.waitsUntil(
                "all rows and their heads", () -> visitor.copied().lines().count() == 301);
        assertThat(visitor.copied()).startsWith("卷号\t题名\t页数\n甲-1\t");
    }

    @Test
    void aShortTableIsCopiedWholeWithItsHeads(Visitor visitor) {
        visitor.opens("/view/ledger").seesWindow("整改台账").sees("ZG-2021-0001-0002");

        visitor.window("整改台账").locator(".sheet-tools").getByText("复制").click();

        visitor.waitsUntil("all rows", () -> visitor.copied().lines().count() == 13);
        assertThat(visitor.copied()).startsWith("问题编号\t状态\t").contains("ZG-2021-0001-0002\t待确认\t");
    }

    @Test
    void ofAWorkbenchTheActiveWindowAloneIsPrintedWithItsAddress(Visitor visitor) {
        visitor.opens("/view/ledger").seesWindow("整改台账").sees("ZG-2021-0001-0001");
        Page page = visitor.page();

        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".printed-sheet tbody tr").count()).isEqualTo(12);
        assertThat(page.locator(".printed-foot").textContent()).contains("/view/ledger");
        assertThat(page.locator(".bar").isVisible()).isFalse();
        assertThat(page.locator(".dock").isVisible()).isFalse();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.evaluate("dispatchEvent(new Event('afterprint'))");

        assertThat(page.pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(page.locator(".printed-sheet").count()).isZero();
        visitor.seesWindow("整改台账");
    }

    @Test
    void onANarrowScreenWindowsLieOneBehindTheOtherAndOnAWideOneSideBySideAgain(Visitor visitor) {
        visitor.looksAt(360, 740, false).opens("/reports").seesWindow("全部报告");
        assertThat(visitor.groups()).hasSize(1);
        assertThat(visitor.window("全部报告").boundingBox().width).isGreaterThan(340);

        visitor.looksAt(1440, 900, false)
                .waitsUntil("windows side by side", () -> visitor.groups().size() >= 3);
        visitor.looksAt(400, 740, false)
                .waitsUntil("one group", () -> visitor.groups().size() == 1)
                .settles();
        for (String path : new String[] {"/view/ledger-dashboard", "/view/ledger-calendar", "/search?q=三公经费"}) {
            visitor.opens(path + (path.contains("?") ? "&" : "?") + "plain=yes");
            assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(400);
        }
    }

    @Test
    void aSearchShowsItsConditionsBesideTheHitsInAWideWindowAlone(Visitor visitor) {
        visitor.looksAt(1024, 768, false).searches("三公经费");
        Locator conditions = visitor.window("三公经费").locator(".facets");
        assertThat(conditions.isVisible()).isFalse();

        visitor.looksAt(1920, 1080, false).waitsUntil("the conditions", conditions::isVisible);
        visitor.looksAt(1024, 768, false).waitsUntil("the hits alone", () -> !conditions.isVisible());
    }

    private static String day(Visitor visitor) {
        return String.valueOf(visitor.page().evaluate(FOCUSED_DAY));
    }

    private static byte[] downloaded(Visitor visitor, String format) throws IOException {
        Locator window = visitor.window("整改台账");
        Download file = visitor.page().waitForDownload(() -> {
            window.locator(".pick > summary")
                    .filter(new Locator.FilterOptions().setHasText("导出"))
                    .first()
                    .click();
            window.locator(".pick-list a").getByText(format).click();
        });
        return Files.readAllBytes(file.path());
    }
}
