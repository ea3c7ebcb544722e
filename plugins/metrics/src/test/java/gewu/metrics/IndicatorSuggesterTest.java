package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.search.Suggestion;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndicatorSuggesterTest {
    private final IndicatorSuggester suggester = new IndicatorSuggester(Packs.own());

    @Test
    void namesThatBeginWithWhatIsTypedComeFirstWithoutTheirQuotationMarks() {
        List<Suggestion> proposed = suggester.suggest("三公", 5);

        assertThat(proposed.getFirst().words()).isEqualTo("三公经费");
        assertThat(proposed).allMatch(it -> it.kind() == Suggestion.Kind.INDICATOR);
    }

    @Test
    void namesThatOnlyHoldWhatIsTypedComeBehind() {
        assertThat(suggester.suggest("接待费", 5)).extracting(Suggestion::words).anyMatch(it -> it.endsWith("接待费"));
    }

    @Test
    void noMoreAreProposedThanAskedForAndNothingForNothing() {
        assertThat(suggester.suggest("费", 3)).hasSize(3);
        assertThat(suggester.suggest(" ", 3)).isEmpty();
        assertThat(suggester.suggest("没有这种指标", 3)).isEmpty();
    }
}
