package gewu.api.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PanelTest {
    private static final Panel ORDERS = new Panel.Text(new Label("请示", "Requests"));
    private static final Panel REPLIES = new Panel.Text(new Label("批复", "Replies"));
    private static final Panel MAIL = new Panel.Beside(ORDERS, Panel.Stack.of(REPLIES), "7");

    /// English alone, however deep it lies.
    private static Panel inEnglish(Panel panel) {
        return switch (panel) {
            case Panel.Text(var words) -> new Panel.Text(words.en());
            default -> panel.withParts(PanelTest::inEnglish);
        };
    }

    @Test
    void thePartsOfAPanelAreThoseThatLieInIt() {
        assertThat(Panel.Stack.of(ORDERS, MAIL).parts()).containsExactly(ORDERS, MAIL);
        assertThat(MAIL.parts()).containsExactly(ORDERS, Panel.Stack.of(REPLIES));
        assertThat(ORDERS.parts()).isEmpty();
    }

    @Test
    void whatIsMeantIsChangedHoweverDeepItLies() {
        assertThat(inEnglish(Panel.Stack.of(MAIL, ORDERS)))
                .isEqualTo(Panel.Stack.of(
                        new Panel.Beside(new Panel.Text("Requests"), Panel.Stack.of(new Panel.Text("Replies")), "7"),
                        new Panel.Text("Requests")));
    }

    @Test
    void aPanelWithoutPartsStaysWhatItIs() {
        Panel form = Panel.Form.step("ledger", List.of("undo", "12"), new Label("撤回", "Take back"));

        assertThat(form.withParts(_ -> ORDERS)).isSameAs(form);
    }
}
