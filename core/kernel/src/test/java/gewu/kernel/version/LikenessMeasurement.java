package gewu.kernel.version;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How much files share that are the same report, and how much those share that are not; where the thresholds of
/// [VersionFinder] come from.
@Tag("bench")
class LikenessMeasurement {
    private static final int OFFICES = 200;

    @Test
    @SuppressWarnings("SystemOut") // a measurement prints its figures
    void whatFilesShare() {
        Function<Office, String> first = it -> it.report(2022, true);
        print("saved again by another program", first, it -> Office.savedAgain(first.apply(it)));
        print("scan, 1 % misread", first, it -> Office.scanned(first.apply(it), 10, it.pattern()));
        print("scan, 2 % misread", first, it -> Office.scanned(first.apply(it), 20, it.pattern()));
        print("scan, 3 % misread", first, it -> Office.scanned(first.apply(it), 30, it.pattern()));
        print("scan, 5 % misread", first, it -> Office.scanned(first.apply(it), 50, it.pattern()));
        print("revised, 5 of 90 sentences", first, it -> Office.revised(first.apply(it), 5, it.pattern()));
        print("revised, 15 of 90 sentences", first, it -> Office.revised(first.apply(it), 15, it.pattern()));
        print("revised, 30 of 90 sentences", first, it -> Office.revised(first.apply(it), 30, it.pattern()));
        print("with an annex half as long", first, it -> Office.withAnnex(first.apply(it), it.pattern()));
        print("next year, same sentences", first, it -> it.report(2023, true));
        print("other bureau, same sentences", first, it -> new Office("临江市水利局", it.pattern()).report(2022, true));
        print("other matter of the same bureau", first, it -> it.report(2022, true, "森林防火项目支出", 90));
        print(
                "other bureau, own sentences",
                first,
                it -> new Office("临江市水利局", it.pattern() + 7_000).report(2022, true));
    }

    @SuppressWarnings("SystemOut")
    private static void print(String what, Function<Office, String> one, Function<Office, String> other) {
        List<Double> jaccard = new ArrayList<>();
        List<Double> contained = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < OFFICES; i++) {
            Office office = new Office("青山市" + (char) ('一' + i) + "管理局", i);
            String ours = Words.of(one.apply(office));
            String theirs = Words.of(other.apply(office));
            Shingles.Likeness likeness = Shingles.of(ours).with(Shingles.of(theirs));
            jaccard.add(likeness.jaccard());
            contained.add(likeness.containment());
            Set<Long> shared = new HashSet<>(Sketch.of(ours));
            shared.retainAll(Sketch.of(theirs));
            found += shared.isEmpty() ? 0 : 1;
        }
        System.out.printf(
                "| %s | %.2f … %.2f | %.2f … %.2f | %.1f %% |%n",
                what,
                of(jaccard, Math::min),
                of(jaccard, Math::max),
                of(contained, Math::min),
                of(contained, Math::max),
                100.0 * found / OFFICES);
    }

    private static double of(List<Double> values, BinaryOperator<Double> which) {
        return values.stream().reduce(which).orElseThrow();
    }
}
