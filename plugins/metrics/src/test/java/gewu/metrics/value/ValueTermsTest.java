package gewu.metrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Kind;
import gewu.api.metric.MetricFilter;
import gewu.api.report.Mark;
import gewu.api.search.SearchFunction.Understood;
import gewu.metrics.Packs;
import gewu.metrics.SmallHouse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions about values, and what they find.
class ValueTermsTest {
    @TempDir
    private Path folder;

    private SmallHouse house;
    private ValueTerms terms;

    @BeforeEach
    void open() {
        house = SmallHouse.in(folder);
        terms = new ValueTerms(house.corrected, house.store, Packs.own());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void bringIn(String... lines) {
        house.bringIn("r1", "青禾县信访局", 2021, lines);
    }

    /// The words that are found, by place.
    private List<String> found(String word) {
        String text = house.reports.find("r1").orElseThrow().text();
        return terms.read(word).orElseThrow().selection().places().getOrDefault("r1", List.of()).stream()
                .sorted((a, b) -> a.start() - b.start())
                .map(it -> text.substring(it.start(), it.end()))
                .toList();
    }

    private String written(String word) {
        return terms.read(word).map(Understood::written).orElse("");
    }

    @Test
    void moneyIsComparedInWhateverUnitItIsTold() {
        bringIn("公务接待费2.41万元。", "会议费12,300元。", "基本支出1.2亿元。");

        assertThat(found("公务接待费>2.4万元")).containsExactly("2.41万元");
        assertThat(found("公务接待费＞24,100元")).isEmpty();
        assertThat(found("公务接待费≥24,100元")).containsExactly("2.41万元");
        assertThat(found("会议费<=一万二千三百元")).containsExactly("12,300元");
        assertThat(found("fin.exp.basic>1亿元")).containsExactly("1.2亿元");
        assertThat(found("基本支出!=12000万元")).isEmpty();
        assertThat(found("公务接待费=2..3万元")).containsExactly("2.41万元");
        assertThat(found("公务接待费!=2..3万元")).isEmpty();
    }

    @Test
    void aBareNumberIsPercentForRatesAndAnyCountForCounts() {
        bringIn("群众满意率95%，实有在职人数42人。");

        assertThat(found("满意率>=95")).containsExactly("95%");
        assertThat(found("满意率<95%")).isEmpty();
        assertThat(found("满意率＝百分之九十五")).containsExactly("95%");
        assertThat(found("在职人数=42")).containsExactly("42人");
        assertThat(found("在职人数≤四十一名")).isEmpty();
    }

    @Test
    void whatWasUnderstoodIsShownAndReadsTheSameAgain() {
        assertThat(written("预算完成率<95")).isEqualTo("预算完成率（fin.rate.exec）<95%");
        assertThat(written("fin.exp.total＞1亿元")).isEqualTo("支出合计（fin.exp.total）>1亿元");
        assertThat(written("三公经费=5..3万元")).isEqualTo("三公经费（fin.exp.3public）=5..3万元");
        assertThat(written("预算完成率（fin.rate.exec）<95%")).isEqualTo("预算完成率（fin.rate.exec）<95%");
    }

    @Test
    void changesAndTargetsAreNoLevels() {
        bringIn("公务接待费2.41万元，比上年减少5万元。");

        assertThat(found("公务接待费>0元")).containsExactly("2.41万元");
    }

    @Test
    void ordinaryWordsThatHoldASignAreLeftAlone() {
        for (String word : List.of(
                "A=B",
                "满意度=一般",
                "n=100",
                "R²=0.95",
                "PM2.5<35",
                "x>y",
                "<",
                "三公经费>",
                ">5万元",
                "甲=1",
                "a<b<c",
                "附件=3",
                "三公经费=高")) {
            assertThat(terms.read(word)).as(word).isEqualTo(Optional.empty());
        }
    }

    @Test
    void aSlipIsToldWithTheNearest() {
        slip("三公经废>5万元", "There is no indicator “三公经废”.", "Did you mean “三公经费”? List them with gewu indicators.");
        slip(
                "fin.rate.exe<95",
                "There is no indicator “fin.rate.exe”.",
                "Did you mean “fin.rate.exec”? List them with gewu indicators.");
        slip("三公经费>5万圆", "“万圆” is no unit.", "Did you mean “万元”?");
        slip("三公经费>5", "The value of “三公”经费 needs a unit of money.", "Write it like “三公”经费>5万元.");
        slip("满意率>5万元", "The value of 满意率 is not told in 万元.", "Known: %, ‰, 个百分点.");
        slip("满意率>5..7", "A range goes with = or !=, not with >.", "Write it like 满意率=5..7.");
        slip("满意率>9.5.1%", "“9.5.1%” is no number.", "Write it like 1,805.99万元, 三百二十件 or 95%.");
    }

    private void slip(String word, String message, String remedy) {
        assertThatThrownBy(() -> terms.read(word)).isInstanceOfSatisfying(WorkbenchException.class, it -> {
            assertThat(it.kind()).isEqualTo(WorkbenchException.Kind.USAGE);
            assertThat(it.getMessage()).isEqualTo(message);
            assertThat(it.remedy()).isEqualTo(remedy);
        });
    }

    @Test
    void whatComesInLaterIsFoundToo() {
        bringIn("会议费1万元。");
        assertThat(found("会议费>2万元")).isEmpty();

        bringIn("会议费3万元。");
        assertThat(found("会议费>2万元")).containsExactly("3万元");
    }

    /// Some indicators, the units they are told and asked in, and how many of the figure's unit each is.
    private record Asked(String name, String id, String unit, String base, String factor) {}

    private static final List<Asked> ASKED = List.of(
            new Asked("基本支出", "fin.exp.basic", "万元", "元", "10000"),
            new Asked("公务接待费", "fin.exp.3public.reception", "元", "元", "1"),
            new Asked("项目支出", "fin.exp.project", "亿元", "元", "100000000"),
            new Asked("满意率", "rate.satisfy", "%", "ratio", "0.01"),
            new Asked("满意率", "rate.satisfy", "", "ratio", "0.01"),
            new Asked("及时受理率", "rate.accept.timely", "%", "ratio", "0.01"),
            new Asked("在职人数", "org.staff.onpost", "人", "人", "1"));
    private static final List<String> SIGNS = List.of("<", "<=", ">", ">=", "=", "!=", "≥", "＜");

    @Test
    void twoHundredQuestionsFindWhatAFilterOverAllFiguresFinds() {
        Random random = new Random(20260501);
        for (int i = 0; i < 40; i++) {
            house.bringIn(
                    "r" + i,
                    "青禾县第" + i + "局",
                    2021,
                    "2021年基本支出" + (400 + random.nextInt(9)) + "." + random.nextInt(10) + "万元，项目支出"
                            + random.nextInt(1, 5) + "000万元。",
                    "公务接待费" + random.nextInt(1, 4) + "." + random.nextInt(10) + "万元，实有在职人数" + random.nextInt(38, 45)
                            + "人。",
                    "及时受理率9" + random.nextInt(5, 9) + "." + random.nextInt(10) + "%，群众满意率9" + random.nextInt(4, 9)
                            + "%。");
        }
        Set<Integer> sizes = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Asked asked = ASKED.get(random.nextInt(ASKED.size()));
            String sign = SIGNS.get(random.nextInt(SIGNS.size()));
            BigDecimal low = bound(asked, random);
            BigDecimal high = bound(asked, random).max(low);
            boolean isRange = (sign.equals("=") || sign.equals("!=")) && random.nextBoolean();
            String word = asked.name()
                    + sign
                    + low.toPlainString()
                    + (isRange ? ".." + high.toPlainString() : "")
                    + asked.unit();

            Map<String, Set<Mark>> expected = brute(asked, sign, low, isRange ? high : low);
            Map<String, Set<Mark>> found = new HashMap<>();
            terms.read(word)
                    .orElseThrow()
                    .selection()
                    .places()
                    .forEach((report, marks) -> found.put(report, new HashSet<>(marks)));

            assertThat(found).as(word).isEqualTo(expected);
            sizes.add(expected.size());
        }
        assertThat(new TreeSet<>(sizes)).hasSizeGreaterThan(10);
    }

    private static BigDecimal bound(Asked asked, Random random) {
        return switch (asked.name()) {
            case "基本支出" -> BigDecimal.valueOf(4000 + random.nextInt(90), 1);
            case "公务接待费" -> BigDecimal.valueOf(random.nextInt(10, 40) * 1000L);
            case "项目支出" -> BigDecimal.valueOf(random.nextInt(1, 5), 1);
            case "在职人数" -> BigDecimal.valueOf(random.nextInt(38, 45));
            default -> BigDecimal.valueOf(940 + random.nextInt(50), 1);
        };
    }

    /// By looking at every figure of the house.
    private Map<String, Set<Mark>> brute(Asked asked, String sign, BigDecimal low, BigDecimal high) {
        BigDecimal factor = new BigDecimal(asked.factor());
        BigDecimal from = low.multiply(factor);
        BigDecimal to = high.multiply(factor);
        Map<String, Set<Mark>> all = new HashMap<>();
        house.metrics.forEach(MetricFilter.ALL, stored -> {
            Metric it = stored.metric();
            boolean isKind = it.kind() == Kind.LEVEL || it.kind() == Kind.SCORE || it.kind() == Kind.SHARE;
            if (!isKind
                    || !it.canonical().equals(asked.id())
                    || !it.amountUnit().equals(asked.base())
                    || it.known().isEmpty()) {
                return;
            }
            int toLow = it.known().get().compareTo(from);
            int toHigh = it.known().get().compareTo(to);
            boolean holds = switch (sign) {
                case "<", "＜" -> toLow < 0;
                case "<=" -> toLow <= 0;
                case ">" -> toLow > 0;
                case ">=", "≥" -> toLow >= 0;
                case "=" -> toLow >= 0 && toHigh <= 0;
                default -> toLow < 0 || toHigh > 0;
            };
            if (holds) {
                all.computeIfAbsent(it.passage().report(), _ -> new HashSet<>())
                        .add(new Mark(it.passage().start(), it.passage().end()));
            }
        });
        return all;
    }
}
