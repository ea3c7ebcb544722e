package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A rule's signs are a promise about its pattern: they hide no heading that the pattern knows.
class HeadingRuleTest {
    private static final Pattern WORD = Pattern.compile("[\\u4e00-\\u9fff]+");
    private static final int HEADINGS = 60_000;

    static IntStream rules() {
        return IntStream.range(0, HeadingWords.RULES.size());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theSignsHideNoHeadingThatThePatternKnows(int number) {
        HeadingRule rule = HeadingWords.RULES.get(number);
        HeadingGlance glance = new HeadingGlance(HeadingWords.RULES);

        List<String> known =
                headings(rule).filter(it -> HeadingWords.holds(number, it)).toList();

        assertThat(known).isNotEmpty();
        assertThat(known.stream().filter(it -> (glance.at(it) & 1L << number) == 0))
                .as("headings that “%s” and “%s” hide from %s", rule.signs(), rule.ends(), rule.pattern())
                .isEmpty();
    }

    /// Up to four of the Chinese words that the pattern is made of, one behind the other.
    private static Stream<String> headings(HeadingRule rule) {
        List<String> words = WORD.matcher(rule.pattern().pattern())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        Random chance = new Random(20_260_101);
        return IntStream.range(0, HEADINGS)
                .mapToObj(i -> chance.ints(1 + i % 4, 0, words.size())
                        .mapToObj(words::get)
                        .collect(Collectors.joining(i % 3 == 0 ? "及" : "")));
    }
}
