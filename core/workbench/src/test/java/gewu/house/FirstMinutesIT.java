package gewu.house;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The first five minutes of those the workbench is for, from the welcome page.
@ExtendWith(Visits.class)
final class FirstMinutesIT {
    @Test
    void aResearcherFindsAPlaceReadsItAndCitesIt(Visitor visitor) {
        visitor.opens("/").chooses("检索“三公经费”").seesWindow("三公经费");
        visitor.follows("第 23 段")
                .waitsUntil("the paragraph", () -> visitor.address().endsWith("#p23"));

        visitor.page().locator("#p23").hover();
        visitor.page().locator("#p23 a.cite").first().click();
        visitor.sees("2021年本局").presses("Escape");
        visitor.goesBack().seesWindow("三公经费");
    }

    @Test
    void aSupervisorGoesFromTheBoardToAnItemAndItsSentence(Visitor visitor) {
        visitor.opens("/").chooses("整改看板").seesWindow("整改看板");
        visitor.window("整改看板").getByText("ZG-2021-0001-0003").first().click();
        visitor.waitsUntil("the item", () -> visitor.address().contains("item=ZG-2021-0001-0003"));
        visitor.sees("案件办结率和群众满意度还有提升的余地");
    }
}
