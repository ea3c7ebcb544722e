package gewu.compare;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.job.Progress;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.testkit.ReportGenerator;
import gewu.testkit.SampleReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimilarFinderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void findsWhatComparingWithEveryParagraphFinds() throws Exception {
        try (SmallHouse house = new SmallHouse(folder)) {
            ReportGenerator generator = new ReportGenerator(3);
            for (int i = 0; i < 40; i++) {
                house.shelf().put(SampleReport.of("r-" + i, generator.report(i)));
            }
            Sheets sheets = house.sheets();
            sheets.catchUp(Progress.NONE);
            SimilarFinder finder = new SimilarFinder(house.shelf(), sheets);
            Report asked = house.shelf().find("r-7").orElseThrow();
            int wanted = 0;
            int found = 0;
            for (Paragraph paragraph : asked.paragraphs()) {
                Wording wording = Sheet.body(asked, paragraph);
                if (wording.size() >= Sheet.FEWEST_WORDS) {
                    Set<String> truth = byComparingAll(house, wording, 0.6);
                    Set<String> answer = new TreeSet<>();
                    finder.find(List.of(wording), Set.of("r-7"), 0.6, 1_000)
                            .getFirst()
                            .forEach(it -> answer.add(name(it.found())));
                    assertThat(truth).containsAll(answer);
                    wanted += truth.size();
                    found += answer.size();
                }
            }
            assertThat(wanted).isGreaterThan(100);
            assertThat((double) found / wanted).isGreaterThan(0.98);
        }
    }

    private static Set<String> byComparingAll(SmallHouse house, Wording asked, double least) {
        Shingles shingles = Shingles.of(asked.tokens());
        Set<String> alike = new TreeSet<>();
        for (Report report : house.shelf().all()) {
            for (Paragraph paragraph : report.paragraphs()) {
                Wording wording = Sheet.body(report, paragraph);
                boolean isLong = wording.size() >= Sheet.FEWEST_WORDS && !Sheet.isTable(report, paragraph);
                boolean isOther = !report.id().equals(asked.report().id());
                if (isOther && isLong && shingles.likeness(Shingles.of(wording.tokens())) >= least) {
                    alike.add(name(wording));
                }
            }
        }
        return alike;
    }

    private static String name(Wording wording) {
        return wording.report().id() + "/" + wording.paragraph().number();
    }

    @Test
    void theMostAlikeComesFirstAndFiguresDoNotCount() throws Exception {
        try (SmallHouse house = new SmallHouse(folder)) {
            house.shelf().put(SampleReport.of("甲", "部分项目绩效目标设置不够细化，量化指标偏少，共有12项没有设置满意度指标。"));
            house.shelf().put(SampleReport.of("乙", "一、问题\n部分项目绩效目标设置不够细化，量化指标偏少，共有3项没有设置满意度指标。"));
            house.shelf().put(SampleReport.of("丙", "一、问题\n部分项目绩效目标设置还不够细化，可量化指标偏少，有几项没有设置满意度指标。"));
            house.shelf().put(SampleReport.of("丁", "一、问题\n固定资产台账更新滞后，个别设备的存放地点与账面登记不一致。"));
            Sheets sheets = house.sheets();
            sheets.catchUp(Progress.NONE);
            Similarities similarities = new Similarities(house.shelf(), sheets);

            List<Similarities.Answer> answers = similarities
                    .answer(new Similarities.Question("甲", 1, "", 40, 10))
                    .list();

            assertThat(answers.getFirst().found())
                    .extracting(it -> it.found().report().id())
                    .containsExactly("乙", "丙");
            assertThat(answers.getFirst().found().getFirst().likeness()).isEqualTo(1.0);
        }
    }
}
