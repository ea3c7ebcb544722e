package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A supervisor at work in the browser: proposals are gone through and decided about, cards are moved, items acted on
/// where their story stands, and the official sheet goes out and comes back.
@ExtendWith(Visits.class)
final class RectificationIT {
    private static final String WINDOW = "待确认";
    private static final String BOARD = "整改看板";
    private static final String STORY = "事项全貌";
    private static final String SHEET = "导出和导入";

    @Test
    void aProposalIsConfirmedByKeysAndTheNextOneComesUp(Visitor visitor) {
        visitor.opens("/view/ledger-proposals").seesWindow(WINDOW);
        visitor.page().evaluate("window.sameAsBefore = true");
        Locator pair = visitor.window(WINDOW).locator(".pair");
        String first = pair.getAttribute("data-key");
        pair.locator(".card.current").focus();

        visitor.presses("j");
        visitor.waitsUntil("the next proposal", () -> !chosen(visitor).equals(first));
        String second = chosen(visitor);
        assertThat(visitor.window(WINDOW)
                        .locator(".pair-chosen blockquote mark")
                        .count())
                .isPositive();
        fill(visitor, "--category", "预算管理");
        fill(visitor, "--goal", "把目标分解到岗");
        visitor.window(WINDOW).locator(".pair-chosen [name='--kind']").selectOption("立行立改");
        visitor.window(WINDOW).locator(".pair-chosen [name='--twin']").selectOption("新");
        visitor.presses("Control+Enter");

        visitor.waitsUntil("the proposal behind it", () -> !chosen(visitor).equals(second));
        assertThat(visitor.window(WINDOW).locator(".pair-list").textContent())
                .contains(first)
                .doesNotContain(second);
        visitor.waitsUntil("the keys beside the queue", () ->
                (Boolean) visitor.page().evaluate("document.activeElement.matches('.pair-chosen')"));
        assertThat(visitor.page().evaluate("window.sameAsBefore")).isEqualTo(true);
    }

    @Test
    void aCardDraggedToWhereNoStepLeadsSaysWhyAndStaysWhereItIs(Visitor visitor) {
        String item = "ZG-2021-0002-0001";
        visitor.opens("/view/ledger-board").seesWindow(BOARD);

        drag(visitor, item, "closed");

        Locator dialog = visitor.page().locator("dialog.asking");
        dialog.getByText("现为待确认，不能直接到已销号").waitFor();
        assertThat(dialog.textContent()).contains("现在可以：立项 → 已立项");
        assertThat(dialog.locator("form").count()).isZero();
        visitor.presses("Escape");
        assertThat(lane(visitor, "proposed").textContent()).contains(item);
        assertThat(lane(visitor, "closed").textContent()).doesNotContain(item);
        visitor.opens("/view/ledger-item?item=" + item).seesWindow(STORY);
        assertThat(visitor.window(STORY).textContent()).contains("待确认");
    }

    @Test
    void aCardDraggedToWhereAStepLeadsAsksWhatItNeedsAndGoesOver(Visitor visitor) {
        String item = "ZG-2021-0002-0002";
        visitor.opens("/view/ledger-board").seesWindow(BOARD);

        drag(visitor, item, "registered");
        Locator form = visitor.page().locator("dialog.asking form");
        form.locator("[name='--category']").fill("绩效目标指标");
        form.locator("[name='--kind']").selectOption("立行立改");
        form.locator("[name='--goal']").fill("目标逐项有标准值");
        form.locator("[name='--twin']").selectOption("新");
        form.locator(".send button").click();

        visitor.waitsUntil(
                "the card in its new lane",
                () -> lane(visitor, "registered").textContent().contains(item));
        assertThat(visitor.page().locator("dialog").count()).isZero();
        assertThat(lane(visitor, "proposed").textContent()).doesNotContain(item);
        visitor.opens("/view/ledger?state=已立项").seesWindow("整改台账");
        visitor.window("整改台账").getByText(item).first().waitFor();
    }

    @Test
    void anActIsDoneFromTheStoryAndTheStoryTellsItAtOnce(Visitor visitor) {
        String item = "ZG-2024-0004-0001";
        visitor.opens("/view/ledger-item?item=" + item).seesWindow(STORY);
        visitor.page().evaluate("window.sameAsBefore = true");
        Locator story = visitor.window(STORY);

        story.getByRole(AriaRole.LINK, named("批注")).click();
        Locator words = story.locator("form.fill [name='--text']");
        words.fill("与指标体系修订一并办理");
        story.locator("form.fill .send button").click();

        story.locator("td").filter(having("与指标体系修订一并办理")).first().waitFor();
        story.getByRole(AriaRole.LINK, named("不予立项")).click();
        story.locator("form.fill [name='--because']").selectOption("已整改到位");
        story.locator("form.fill [name='--reason']").fill("指标体系已于上年重订");
        story.locator("form.fill .send button").click();

        story.locator("td").filter(having("指标体系已于上年重订")).first().waitFor();
        assertThat(story.textContent()).contains("不予立项");
        assertThat(visitor.page().evaluate("window.sameAsBefore")).isEqualTo(true);
    }

    @Test
    void whatWasJustDoneIsTakenBackFromTheNewsInTheCorner(Visitor visitor) {
        String item = "ZG-2024-0004-0001";
        visitor.opens("/view/ledger-item?item=" + item).seesWindow(STORY);
        Locator story = visitor.window(STORY);
        story.getByRole(AriaRole.LINK, named("批注")).click();
        story.locator("form.fill [name='--text']").fill("先核对附表");
        story.locator("form.fill .send button").click();
        Locator news = visitor.page().locator(".notice").filter(having("批注"));
        news.waitFor();
        assertThat(news.textContent()).doesNotContain("gewu ").doesNotContain("批次");
        story.locator("td").filter(having("先核对附表")).first().waitFor();

        visitor.presses("Alt+z");
        visitor.presses("Enter");

        visitor.page().locator(".notice").filter(having(item + " 已撤回")).waitFor();
        story.locator("td").filter(having("撤回")).first().waitFor();
        assertThat(news.count()).isZero();
    }

    @Test
    void aSheetGoesOutComesBackFilledInIsLookedAtWrittenAndTakenBack(Visitor visitor, Served served) throws Exception {
        String item = "ZG-2024-0004-0002";
        served.post(
                "/do/ledger",
                "argument=register",
                "argument=" + item,
                "--category=绩效评价",
                "--kind=立行立改",
                "--goal=补上评价内容",
                "--twin=新");
        visitor.opens("/view/ledger-sheet").seesWindow(SHEET);
        Locator window = visitor.window(SHEET);

        window.locator("form").filter(having("导出台账")).locator(".send button").click();
        Download book =
                visitor.page().waitForDownload(() -> window.getByText("下载 整改台账").click());
        assertThat(window.textContent()).contains("：整改台账");
        Path file = served.workspace().resolveSibling("填好的台账.xlsx");
        book.saveAs(file);
        fillIn(file, item, "整改目标（标准）", "评价内容逐项列全");

        Locator form = window.locator("form").filter(having("读回填好的表"));
        form.locator("[type=file]").setInputFiles(file);
        form.locator(".send button").click();
        form.getByText("补上评价内容 → 评价内容逐项列全").waitFor();
        assertThat(form.textContent()).contains("有变化 1", "尚未写入");
        assertThat(goal(served, item)).isEqualTo("补上评价内容");

        form.locator("[name='--apply']").check();
        form.locator(".send button").click();
        visitor.sees("已写入，批次");
        assertThat(goal(served, item)).isEqualTo("评价内容逐项列全");

        window.getByText("撤回这一批").click();
        visitor.waitsUntil("the goal as it was", () -> !window.textContent().contains("已写入，批次"));
        assertThat(goal(served, item)).isEqualTo("补上评价内容");
    }

    private static void drag(Visitor visitor, String item, String lane) {
        visitor.window(BOARD).locator(".card[data-key='" + item + "']").dragTo(lane(visitor, lane));
    }

    private static Locator lane(Visitor visitor, String state) {
        return visitor.window(BOARD).locator("[data-lane=" + state + "]");
    }

    /// As a clerk does: another value in the column of an item's row.
    private static void fillIn(Path file, String item, String column, String words) throws IOException {
        try (FileInputStream in = new FileInputStream(file.toFile());
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            Sheet sheet = book.getSheet("整改台账");
            Cell head = cell(sheet, column);
            sheet.getRow(cell(sheet, item).getRowIndex())
                    .createCell(head.getColumnIndex())
                    .setCellValue(words);
            try (OutputStream out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
    }

    private static Cell cell(Sheet sheet, String words) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.toString().strip().equals(words)) {
                    return cell;
                }
            }
        }
        throw new AssertionError("The sheet has no cell “" + words + "”.");
    }

    /// 整改目标, as the story of the item tells it.
    private static String goal(Served served, String item) throws IOException, InterruptedException {
        return Jsoup.parse(served.read("/view/ledger-item?item=" + item + "&plain=yes"))
                .expectFirst("td:matchesOwn(^整改目标$) + td")
                .text();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.FilterOptions having(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static void fill(Visitor visitor, String name, String words) {
        visitor.window(WINDOW)
                .locator(".pair-chosen form:not(.bare) [name='" + name + "']")
                .fill(words);
    }

    private static String chosen(Visitor visitor) {
        return visitor.window(WINDOW).locator(".pair").getAttribute("data-key");
    }
}
