package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Several browsers at one workbench: each sees what the others do, and finds back after the server was away.
@ExtendWith(Visits.class)
final class TogetherIT {
    private static final String ITEM = "ZG-2021-0001-0002";

    @Test
    void whatOneDoesToAnItemTheOthersBoardShowsWithoutReload(Visitor one, Visitor other) {
        one.opens("/view/ledger-item?item=" + ITEM).seesWindow("事项全貌");
        other.opens("/view/ledger-board").seesWindow("整改看板").sees("已连接");
        assertThat(other.window("整改看板").locator("[data-lane=proposed]").textContent())
                .contains(ITEM);
        other.page().evaluate("window.sameAsBefore = true");

        one.posts("/do/ledger", "argument=dismiss", "argument=" + ITEM, "--because=已整改到位", "--reason=上年已办结");

        other.waitsUntil(
                "the card in another lane",
                () -> !other.window("整改看板")
                        .locator("[data-lane=proposed]")
                        .textContent()
                        .contains(ITEM));
        assertThat(other.page().evaluate("window.sameAsBefore")).isEqualTo(true);
        one.sees("上年已办结");
    }

    @Test
    void windowsFindBackWhenTheServerWasAway(Visitor visitor, Served served) throws Exception {
        // While it is away, requests fail: that is what this is about.
        visitor.forgives("ERR_").opens("/view/ledger-board").seesWindow("整改看板").sees("已连接");

        served.stop();
        visitor.sees("与工作台的连接断了");
        served.startAgain();
        visitor.sees("已连接").settles();

        String item = "ZG-2021-0002-0001";
        assertThat(served.post(
                                "/do/ledger",
                                "argument=dismiss",
                                "argument=" + item,
                                "--because=已整改到位",
                                "--reason=上年已办结")
                        .statusCode())
                .isEqualTo(200);
        visitor.waitsUntil(
                "what happened since",
                () -> !visitor.window("整改看板")
                        .locator("[data-lane=proposed]")
                        .textContent()
                        .contains(item));
        visitor.presses("Alt+4").seesWindow("插件");
    }

    @Test
    void aPluginOfOneFileGoesLiveWhenItIsSavedAndAFaultInItIsTold(Visitor visitor, Served served) throws Exception {
        visitor.opens("/jobs").sees("已连接");

        save(served, "new Panel.Text(\"第一稿\")");
        visitor.sees("插件 greeting 已载入。").picks("打开：问候").sees("第一稿");

        save(served, "new Panel.Text(\"第二稿\")");
        visitor.sees("第二稿");

        save(served, "new Panel.Text(forgotten)");
        visitor.sees("Greeting.java:6: ").sees("原来的版本继续工作").sees("第二稿");
    }

    @Test
    void aPerspectiveComesAndGoesWithItsPlugin(Visitor visitor, Served served) throws Exception {
        visitor.opens("/reports").sees("已连接").goesTo("整改").seesWindow("整改看板");

        served.post("/do/plugins", "argument=disable", "argument=ledger");
        visitor.waitsUntil(
                "a bar without it",
                () -> !visitor.perspectives().contains("整改")
                        && visitor.perspectives().contains("检索"));
        visitor.seesWindow("全部报告");

        served.post("/do/plugins", "argument=enable", "argument=ledger");
        visitor.waitsUntil("it again", () -> visitor.perspectives().contains("整改"))
                .goesTo("整改")
                .seesWindow("整改看板")
                .picks("打开整改看板")
                .seesWindow("整改看板");
    }

    private static void save(Served served, String panel) throws Exception {
        Path folder = Files.createDirectories(served.workspace().resolve("plugins"));
        Files.writeString(folder.resolve("Greeting.java"), """
            import gewu.api.workbench.*;

            /// 问候 · Greeting
            record Greeting() implements View {
                public Panel show(java.util.Map<String, String> parameters) {
                    return PANEL;
                }
            }
            """.replace("PANEL", panel));
    }
}
