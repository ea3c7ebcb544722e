package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The workbench in a browser: windows, perspectives, menus, keys and addresses, with the mouse and by keys alone.
@ExtendWith(Visits.class)
final class ShellIT {
    @Test
    void aFirstVisitorFindsTheWindowsOfResearchLaidOut(Visitor visitor) {
        visitor.searches("三公经费").sees("已连接");

        assertThat(visitor.groups())
                .hasSizeGreaterThanOrEqualTo(3)
                .anySatisfy(it -> assertThat(it).contains("全部报告"));
    }

    @Test
    void aTabDraggedIntoAnotherGroupStaysThereAfterReloadUntilThePerspectiveIsReset(Visitor visitor) {
        visitor.searches("三公经费");
        int before = visitor.groups().size();

        visitor.tab("全部报告").dragTo(visitor.tab("三公经费"));
        visitor.waitsUntil("one group less", () -> visitor.groups().size() == before - 1);
        assertThat(visitor.groups()).anySatisfy(it -> assertThat(it).contains("三公经费", "全部报告"));

        visitor.reloads()
                .waitsUntil(
                        "what was just moved, where it was left",
                        () -> visitor.groups().size() == before - 1);
        assertThat(visitor.groups()).anySatisfy(it -> assertThat(it).contains("三公经费", "全部报告"));

        visitor.picks("还原这个工作场景");
        visitor.waitsUntil("the windows as at first", () -> visitor.groups().size() == before);
    }

    @Test
    void eachPerspectiveIsReachedByTheMouseAndLaysItsOwnWindowsOut(Visitor visitor) {
        visitor.searches("三公经费");

        visitor.goesTo("整改").seesWindow("整改看板");
        visitor.goesTo("指标").seesWindow("指标");
        visitor.goesTo("插件").seesWindow("插件");
        visitor.goesTo("检索").seesWindow("三公经费");
    }

    @Test
    void everythingIsReachedByKeysAlone(Visitor visitor) {
        visitor.searches("三公经费");

        visitor.presses("Alt+3").seesWindow("整改看板");
        visitor.presses("Control+Shift+P").types("打开任务").presses("Enter").seesWindow("任务");
        visitor.presses("Control+k").types("三公经费").presses("Enter").seesWindow("三公经费");
        visitor.presses("Control+/").sees("按键一览").presses("Escape");
        visitor.focuses("menubar")
                .presses("ArrowRight", "ArrowRight", "ArrowDown")
                .sees("还原这个工作场景");
        visitor.presses("Escape");
        visitor.focuses("tablist").presses("ArrowLeft").seesWindow("指标");
    }

    @Test
    void theNextWindowAndTheNextGroupAreOneKeyAway(Visitor visitor) {
        visitor.searches("三公经费");

        String first = visitor.focused();
        visitor.presses("F6");
        visitor.waitsUntil("another group", () -> !visitor.focused().equals(first));
        for (int i = 1; i < visitor.groups().size(); i++) {
            visitor.presses("F6");
        }
        visitor.waitsUntil("round to where it began", () -> visitor.focused().equals(first));
    }

    @Test
    void everyWindowHasAPlainAddressAndTheBrowserGoesBackAndForth(Visitor visitor) {
        visitor.searches("三公经费");
        visitor.follows("第 23 段").waitsUntil("a report", () -> visitor.address().startsWith("/report/"));
        String report = visitor.address();

        visitor.goesBack().arrivesAt("/search?q=三公经费").seesWindow("三公经费");
        visitor.goesForward().arrivesAt(report);
        visitor.reloads();
        assertThat(visitor.address()).isEqualTo(report);
        visitor.seesWindow("2021年度临江市信访局");
    }

    @Test
    void aWindowThatClosesGivesWayToTheOneBeforeAlsoAfterTheLayoutWasRestored(Visitor visitor) {
        visitor.searches("三公经费").opens("/").settles();
        visitor.searches("三公经费");

        visitor.follows("第 23 段").waitsUntil("a report", () -> visitor.address().startsWith("/report/"));
        visitor.presses("Alt+w").arrivesAt("/search?q=三公经费").seesWindow("三公经费");
    }

    @Test
    void aPageOfItsOwnHasNoWindowsAndCanBePrinted(Visitor visitor) {
        visitor.opens("/view/ledger?plain=yes").sees("专项资金管理办法落实得还不够到位");

        assertThat(visitor.groups()).isEmpty();
        assertThat(visitor.page().pdf()).isNotEmpty();
    }

    @Test
    void themeAndLanguageAreChosenAndStay(Visitor visitor) {
        visitor.searches("三公经费");

        visitor.picks("浅色 / 深色")
                .waitsUntil("another theme", () -> visitor.theme().equals("dark"));
        visitor.reloads()
                .waitsUntil("the theme that was chosen", () -> visitor.theme().equals("dark"));
        visitor.chooses("English").sees("Problems and remedies").sees("connected");
        visitor.reloads().sees("connected").chooses("中文").sees("已连接");
    }

    @Test
    void aDamagedLayoutIsLaidOutAnew(Visitor visitor, Served served) throws Exception {
        served.post("/shell/keep", "name=layout.research", "value={\"dock\":{\"grid\":7},\"middle\":\"x\"}");

        visitor.searches("三公经费");
        assertThat(visitor.groups()).hasSizeGreaterThanOrEqualTo(3);
    }
}
