package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How well likeness tells the same problem from another one, over judged pairs of our own wording.
final class LikenessTest {
    /// A problem with the family it was judged to belong to.
    record Judged(String family, Concepts.Sketch sketch, String head) {
        boolean isSame(Judged other) {
            return !family.equals("-") && family.equals(other.family);
        }
    }

    /// Two problems, whether they are the same, and how alike they are.
    record Pair(Judged one, Judged other, double score) {
        boolean isSame() {
            return one.isSame(other);
        }
    }

    static List<Judged> judged(String file, Concepts concepts) {
        List<Judged> all = new ArrayList<>();
        try (InputStream table = Objects.requireNonNull(LikenessTest.class.getResourceAsStream("/" + file))) {
            for (String line : new String(table.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\t", -1);
                    all.add(new Judged(cells[0], concepts.sketch(cells[2], cells[3], cells[1]), cells[2]));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    static List<Pair> pairs(List<Judged> all) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Judged one = all.get(i);
                Judged other = all.get(j);
                pairs.add(new Pair(
                        one,
                        other,
                        Concepts.likeness(one.sketch(), other.sketch()).score()));
            }
        }
        return pairs;
    }

    /// How often one of the same pairs is more alike than one of the others.
    static double areaUnderCurve(List<Pair> pairs) {
        double right = 0;
        long all = 0;
        for (Pair same : pairs.stream().filter(Pair::isSame).toList()) {
            for (Pair not : pairs.stream().filter(it -> !it.isSame()).toList()) {
                right += same.score() > not.score() ? 1 : same.score() == not.score() ? 0.5 : 0;
                all++;
            }
        }
        return right / all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"twins.tsv", "twins2.tsv"})
    void theSameProblemIsMoreAlikeThanOthers(String file) {
        List<Pair> pairs = pairs(judged(file, Concepts.own()));

        assertThat(pairs.stream().filter(Pair::isSame)).hasSizeGreaterThanOrEqualTo(8);
        assertThat(areaUnderCurve(pairs)).isGreaterThanOrEqualTo(0.97);
        assertThat(pairs.stream().filter(it -> it.score() >= Likeness.SAME))
                .as("what is put before a person as the same")
                .allMatch(Pair::isSame);
    }

    @Test
    void itIsTheSameFromBothSides() {
        List<Judged> all = judged("twins.tsv", Concepts.own());
        for (Judged one : all) {
            for (Judged other : all) {
                assertThat(Concepts.likeness(one.sketch(), other.sketch()))
                        .isEqualTo(Concepts.likeness(other.sketch(), one.sketch()));
            }
        }
    }

    @Test
    void figuresAndBrokenLinesDoNotMakeAnotherProblem() {
        Concepts concepts = Concepts.own();
        Likeness likeness = Concepts.likeness(
                concepts.sketch("专项资金支付进度仅为62.5%，偏慢", "", "预算执行"), concepts.sketch("专项资金支付进度仅为\n48％，偏慢", "", "预算执行"));

        assertThat(likeness.score()).isEqualTo(1.0);
        assertThat(likeness.why().zh()).isEqualTo("都说到支出进度、规范用钱；名称用字相同 100%，全文用字相同 100%；类别相同");
    }

    @Test
    void anOfficeAddsItsOwnThings(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(Concepts.TABLE), "防汛\t3\t防汛 抗旱 水毁\n");
        Concepts concepts = Concepts.with(folder);
        Likeness likeness = Concepts.likeness(concepts.sketch("防汛物资储备不足", "", ""), concepts.sketch("水毁工程修复慢", "", ""));

        assertThat(likeness.shared()).containsExactly("防汛");
        Files.writeString(folder.resolve(Concepts.TABLE), "防汛\t许多\t防汛\n");
        assertThatThrownBy(() -> Concepts.with(folder))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("Line 1 of concepts.tsv");
    }
}
