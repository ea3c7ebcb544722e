package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A person gives commands other keys, by keys alone; they work at once, and after the page is loaded again.
@ExtendWith(Visits.class)
final class KeysIT {
    @Test
    void otherKeysWorkAtOnceAndStayUntilTheProposedOnesAreGivenBack(Visitor visitor) {
        visitor.searches("三公经费");

        changes(visitor, "打开：任务").presses("Alt+j").sees("Enter 确定").presses("Enter");
        assertThat(row(visitor, "view.jobs")).contains("Alt+J", "还原");
        visitor.presses("Escape", "Alt+j").seesWindow("任务");

        visitor.waitsUntil("that the keys are kept", () -> visitor.settings().contains("Alt+KeyJ"));
        visitor.searches("三公经费").presses("Alt+j").seesWindow("任务");

        visitor.presses("Control+/").types("打开：任务").presses("ArrowDown", "Tab", "Tab", "Enter", "Escape");
        visitor.waitsUntil(
                "that nothing is kept any more", () -> !visitor.settings().contains("Alt+KeyJ"));
    }

    @Test
    void keysThatAreTakenNameWhoHasThemAndAreGivenOverByChoice(Visitor visitor) {
        visitor.searches("三公经费");

        changes(visitor, "打开：任务").presses("Alt+t").sees("已用于“浅色 / 深色”。").presses("Enter");
        visitor.presses("Enter");
        visitor.waitsUntil(
                "the keys given over", () -> row(visitor, "view.jobs").contains("Alt+T"));
        visitor.presses("Escape", "Control+/").types("浅色");
        assertThat(row(visitor, "theme")).contains("—", "还原 Alt+T");

        String before = visitor.theme();
        visitor.presses("Escape", "Alt+t").seesWindow("任务");
        assertThat(visitor.theme()).isEqualTo(before);
    }

    @Test
    void givingKeysBackAsksWhenSomebodyElseHasThemNow(Visitor visitor) {
        visitor.searches("三公经费");
        changes(visitor, "打开：任务").presses("Alt+m", "Enter", "Enter", "Escape");

        visitor.presses("Control+/").types("放大或还原").presses("ArrowDown", "Tab", "Enter");
        visitor.sees("已用于“打开：任务”。").presses("Escape");

        assertThat(row(visitor, "view.jobs")).contains("Alt+M");
    }

    @Test
    void keysOfTheBrowserAndOfEditingAreRefusedWithTheReason(Visitor visitor) {
        visitor.searches("三公经费");

        changes(visitor, "打开：任务").presses("Alt+F4").sees("浏览器自己留用 Alt+F4");
        visitor.presses("Control+c").sees("在编辑和移动时要用");
        visitor.presses("Control+f").sees("浏览器的“在页面里查找”将改由这里使用").presses("Escape");

        assertThat(row(visitor, "view.jobs")).doesNotContain("Ctrl");
    }

    @Test
    void twoStrokesClashWithTheOneThatTheyBeginWith(Visitor visitor) {
        visitor.searches("三公经费");

        changes(visitor, "打开：任务")
                .presses("g")
                .sees("请换一个键，或再按一键")
                .presses("j")
                .sees("Enter 确定")
                .presses("Enter", "Escape");

        visitor.presses("g", "j").seesWindow("任务");
    }

    private static Visitor changes(Visitor visitor, String command) {
        return visitor.presses("Control+/").sees("按键一览").types(command).presses("ArrowDown", "Enter");
    }

    private static String row(Visitor visitor, String action) {
        return visitor.page().locator("dialog tr[data-id='" + action + "']").textContent();
    }
}
