package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.metric.Metric;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.testkit.ReportGenerator;
import gewu.testkit.SampleReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What holds for every text: of generated reports, and of all our passages.
final class ExtractionPropertyTest {
    private static final int GENERATED = 25;
    private static final String UNRELATED = "我局认真学习贯彻有关会议精神。";

    private final GeneralExtractor extractor = new GeneralExtractor(Packs.own());

    private static Report report(String text) {
        ReportFacts facts = new ReportFacts("2021年度自评报告", "临江市信访局", "临江市", 2021, ReportKind.WHOLE_DEPARTMENT);
        return SampleReport.of("r", 1, facts, text);
    }

    private static List<Report> generated() {
        ReportGenerator generator = new ReportGenerator(71);
        return IntStream.range(0, GENERATED)
                .mapToObj(i -> SampleReport.of("g" + i, generator.report(i)))
                .toList();
    }

    /// All that a metric says but for its number and its place; what it belongs to and is compared with by their words.
    private static List<String> said(List<Metric> metrics) {
        Map<String, String> words = metrics.stream()
                .collect(Collectors.toMap(Metric::id, it -> it.passage().text()));
        return metrics.stream()
                .map(it -> String.join(
                        " ",
                        it.passage().text(),
                        it.indicator(),
                        it.canonical(),
                        it.kind().id(),
                        it.direction().id(),
                        it.period(),
                        it.known().map(value -> value.toPlainString()).orElse("?"),
                        it.amountUnit(),
                        it.basis(),
                        it.scope(),
                        it.of().isEmpty() ? "-" : words.getOrDefault(it.of(), "?"),
                        it.base().metric().isEmpty()
                                ? it.base().period()
                                : words.getOrDefault(it.base().metric(), "?"),
                        it.issue()))
                .toList();
    }

    @Test
    void everySpanIsTheTextThatItClaims() {
        for (Passages.Passage passage : Passages.all()) {
            Report report = report(passage.text());
            for (Metric it : extractor.extract(report)) {
                assertThat(report.text()
                                .substring(it.passage().start(), it.passage().end()))
                        .isEqualTo(it.passage().text());
            }
        }
        for (Report report : generated()) {
            for (Metric it : extractor.extract(report)) {
                assertThat(report.text()
                                .substring(it.passage().start(), it.passage().end()))
                        .isEqualTo(it.passage().text());
            }
        }
    }

    @Test
    void theSameTextSaysTheSameInEveryLocaleAndTimeZone() {
        List<Report> reports = generated();
        List<List<Metric>> here = reports.stream().map(extractor::extract).toList();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG", "th-TH-u-ca-buddhist-nu-thai", "zh-CN")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone(tag.startsWith("th") ? "Pacific/Kiritimati" : "America/Adak"));
                assertThat(reports.stream()
                                .map(new GeneralExtractor(Packs.own())::extract)
                                .toList())
                        .isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anUnrelatedSentenceBeforeOrBehindChangesNothingElse() {
        for (Passages.Passage passage : Passages.all()) {
            List<String> alone = said(extractor.extract(report(passage.text())));

            assertThat(said(extractor.extract(report(UNRELATED + "\n\n" + passage.text() + "\n\n" + UNRELATED))))
                    .as(passage.text())
                    .isEqualTo(alone);
            if (passage.text().endsWith("。")
                    && passage.text().indexOf('\n') < 0
                    && !passage.text().startsWith("1.")) {
                assertThat(said(extractor.extract(report(UNRELATED + passage.text() + UNRELATED))))
                        .as(passage.text())
                        .isEqualTo(alone);
            }
        }
    }

    @Test
    void whatAChangeBelongsToIsALevelOrShareOfTheSameReport() {
        for (Report report : generated()) {
            List<Metric> all = extractor.extract(report);
            Map<String, Metric> byId = all.stream().collect(Collectors.toMap(Metric::id, Function.identity()));
            for (Metric it : all) {
                if (!it.of().isEmpty()) {
                    assertThat(byId).containsKey(it.of());
                }
                if (!it.base().metric().isEmpty()) {
                    assertThat(byId).containsKey(it.base().metric());
                }
            }
        }
    }

    @Test
    void tenMillionDigitsAreNoFigure() {
        assertThat(extractor.extract(report("7".repeat(10_000_000)))).isEmpty();
        assertThat(extractor.extract(report("3,".repeat(1_000_000)))).isEmpty();
        assertThat(extractor.extract(report("1.".repeat(1_000_000)))).isEmpty();
    }

    @Test
    void manyFiguresAndBracketsOfOneParagraphAreReadInTimeThatGrowsWithThem() {
        assertThat(extractor.extract(report("信访5件、".repeat(50_000)))).hasSize(50_000);
        assertThat(extractor.extract(report("(3件".repeat(50_000)))).hasSize(50_000);
        assertThat(extractor.extract(report("2021年增加3%、".repeat(50_000)))).hasSize(50_000);
        assertThat(extractor.extract(report("项目\n金额\n决算数\n".repeat(20_000)))).isEmpty();
    }
}
