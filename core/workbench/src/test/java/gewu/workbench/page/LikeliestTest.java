package gewu.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a field with many choices proposes to somebody who types.
final class LikeliestTest {
    private static final List<Panel.Choice> UNITS = Stream.of("临江市信访局", "临江市财政局", "青浦县信访局", "信访局", "临江市信访和投诉中心")
            .map(it -> new Panel.Choice(it, Label.same(it)))
            .toList();

    @Test
    void theNameItselfComesFirstThenWhatBeginsSoThenWhatHoldsIt() {
        assertThat(proposed("信访局")).containsExactly("信访局", "临江市信访局", "青浦县信访局");
        assertThat(proposed("临江市")).startsWith("临江市信访局", "临江市财政局");
    }

    @Test
    void severalWordsMayStandAnywhereInTheName() {
        assertThat(proposed("信访 临江")).containsExactly("临江市信访局", "临江市信访和投诉中心");
    }

    @Test
    void aNameIsFoundAsPeopleShortenIt() {
        assertThat(proposed("临信局")).containsExactly("临江市信访局");
        assertThat(proposed("教育")).isEmpty();
    }

    @Test
    void aChoiceIsFoundByItsWordsToo() {
        List<Panel.Choice> people = List.of(new Panel.Choice("李四", new Label("督办员", "supervisor")));

        assertThat(Likeliest.of(people, "督办", "zh")).hasSize(1);
        assertThat(Likeliest.of(people, "Super", "en")).hasSize(1);
    }

    @Test
    void noMoreThanTwentyAreProposed() {
        List<Panel.Choice> many = IntStream.range(0, 5_000)
                .mapToObj(it -> new Panel.Choice("单位" + it, Label.same("单位" + it)))
                .toList();

        assertThat(Likeliest.of(many, "", "zh")).hasSize(20);
        assertThat(Likeliest.of(many, "单位4999", "zh")).hasSize(1);
    }

    private static List<String> proposed(String typed) {
        return Likeliest.of(UNITS, typed, "zh").stream()
                .map(Panel.Choice::value)
                .toList();
    }
}
