package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first five minutes of those the workbench is for, from the welcome page: by mouse in Chinese, by keys alone in
/// English.
@ExtendWith(Visits.class)
final class FirstMinutesIT {
    private static final int MOST_STEPS_TO_A_LINK = 80;

    @ParameterizedTest
    @CsvSource({
        "researcher, mouse", "researcher, keys",
        "supervisor, mouse", "supervisor, keys",
        "developer, mouse", "developer, keys"
    })
    void everyStepOfTheWelcomePageLeadsSomewhere(String user, String hand, Visitor visitor) {
        boolean isByKeys = hand.equals("keys");
        if (isByKeys) {
            visitor.speaksEnglish();
        }
        visitor.opens("/");
        int steps = steps(visitor, user).count();
        assertThat(steps).isGreaterThanOrEqualTo(3);
        String welcome = visitor.tabInFront();
        for (int i = 0; i < steps; i++) {
            Locator step = steps(visitor, user).nth(i);
            step.waitFor();
            String name = step.textContent();
            if (isByKeys) {
                tabTo(visitor, step);
                visitor.presses("Enter");
            } else {
                step.click();
            }
            // A window that stands beside already is brought to the front; the address is that of the middle.
            visitor.waitsUntil(
                            name,
                            () -> !visitor.address().equals("/")
                                    || !visitor.tabInFront().equals(welcome))
                    .settles();
            assertThat(visitor.troubles()).as(name).isEmpty();
            visitor.opens("/");
        }
    }

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

    /// As who has no mouse: from the top of the window on.
    private static void tabTo(Visitor visitor, Locator link) {
        for (int i = 0; i < MOST_STEPS_TO_A_LINK; i++) {
            if (Boolean.TRUE.equals(link.evaluate("it => it === document.activeElement"))) {
                return;
            }
            visitor.presses("Tab");
        }
        throw new AssertionError("“" + link.textContent() + "” can't be reached by Tab.");
    }

    private static Locator steps(Visitor visitor, String user) {
        return visitor.page()
                .locator("section[aria-labelledby=user-" + user + "] li a")
                .filter(new Locator.FilterOptions().setVisible(true));
    }
}
