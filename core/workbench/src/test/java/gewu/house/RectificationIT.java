package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A supervisor at work in the browser: proposals are gone through and decided about.
@ExtendWith(Visits.class)
final class RectificationIT {
    private static final String WINDOW = "待确认";

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

    private static void fill(Visitor visitor, String name, String words) {
        visitor.window(WINDOW)
                .locator(".pair-chosen form:not(.bare) [name='" + name + "']")
                .fill(words);
    }

    private static String chosen(Visitor visitor) {
        return visitor.window(WINDOW).locator(".pair").getAttribute("data-key");
    }
}
