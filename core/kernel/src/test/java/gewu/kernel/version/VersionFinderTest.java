package gewu.kernel.version;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.job.Progress;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionFinderTest {
    private static final Office ARCHIVES = new Office("青山市档案局", 7);

    @TempDir
    private Path folder;

    private Cabinet cabinet;

    @BeforeEach
    void open() {
        cabinet = new Cabinet(folder);
    }

    @AfterEach
    void close() {
        cabinet.close();
    }

    @Test
    void saysOfAReportSavedByAnotherProgramThatItsWordsAreTheSame() {
        String text = ARCHIVES.report(2022, true);
        cabinet.keep("aa", ARCHIVES.org(), 2022, text);
        cabinet.keep("bb", ARCHIVES.org(), 2022, Office.savedAgain(text));

        VersionOffer offer = cabinet.book().offers().getFirst();
        assertThat(offer.older()).isEqualTo("aa");
        assertThat(offer.newer()).isEqualTo("bb");
        assertThat(offer.isSameWords()).isTrue();
        assertThat(offer.likeness()).isEqualTo(10_000);
        assertThat(offer.doubts()).isEmpty();
        assertThat(offer.state()).isEqualTo(VersionOffer.State.OFFERED);
    }

    @Test
    void offersARevisedReportAndAScanOfIt() {
        String text = ARCHIVES.report(2022, true);
        cabinet.keep("aa", ARCHIVES.org(), 2022, text);
        cabinet.keep("bb", ARCHIVES.org(), 2022, Office.revised(text, 15, 1));
        keepAs("cc", "2022年度青山市档案局部门整体支出绩效自评报告", ARCHIVES.org(), 2022, Office.scanned(text, 30, 1));
        keepAs("dd", "2022年度青山市档案局部门整体支出绩效自评报告", ARCHIVES.org(), 2022, Office.withAnnex(text, 1));

        assertThat(cabinet.offeredTo("aa")).contains("bb");
        assertThat(cabinet.book().offers()).hasSize(3).noneMatch(VersionOffer::isSameWords);
        assertThat(cabinet.finder().waiting(Set.of("aa", "bb", "cc", "dd"))).isEqualTo(3);
    }

    @Test
    void neverTakesOneReportForAnotherOfADifferentYearHoweverAlike() {
        for (int i = 0; i < 20; i++) {
            Office office = new Office("青山市" + (char) ('一' + i) + "管理局", i);
            for (int year = 2018; year <= 2023; year++) {
                String id = "y%02d%d".formatted(i, year);
                String text = office.report(year, i % 2 == 0);
                boolean isYearKnown = i % 4 < 2;
                boolean isInHan = i % 8 == 4;
                cabinet.keep(
                        id, office.org(), isYearKnown ? year : 0, isInHan ? text.replace(year + "年", han(year)) : text);
            }
        }

        assertThat(cabinet.book().offers()).isEmpty();
    }

    @Test
    void letsTheYearInTheTitleDecideWhereTheTextWasCopied() {
        String lastYear = ARCHIVES.report(2022, true);
        cabinet.keep("aa", ARCHIVES.org(), 2022, lastYear);
        cabinet.keep("bb", ARCHIVES.org(), 2023, lastYear.replace("2022年度青山市", "2023年度青山市"));
        cabinet.keep("cc", ARCHIVES.org(), 2022, lastYear.replace("2022年度青山市", "2023年度青山市") + "。");
        cabinet.keep("dd", ARCHIVES.org(), 2022, lastYear.replace("2022年度青山市", "2022-2023年度青山市"));

        assertThat(cabinet.book().offers())
                .as("the titles of bb and cc name the same year, their facts do not")
                .isEmpty();
    }

    @Test
    void neverTakesOneReportForThatOfAnotherOrganisation() {
        for (int i = 0; i < 30; i++) {
            Office office = new Office((char) ('一' + i) + "江市信访局", 3);
            cabinet.keep("o%02d".formatted(i), office.org(), 2022, office.report(2022, true));
        }

        assertThat(cabinet.book().offers()).isEmpty();
    }

    @Test
    void asksWhereOnlyTheRegionIsMissingInTheName() {
        String text = ARCHIVES.report(2022, true);
        cabinet.keep("aa", "青山市档案局", 2022, text);
        keepAs("bb", Cabinet.title(text), "档案局", 2022, text + "附件略。");

        assertThat(cabinet.book().offers().getFirst().doubts()).containsExactly(Doubt.ORG);
    }

    @Test
    void offersWithADoubtWhereNoYearIsKnown() {
        String timeless = ARCHIVES.report(2022, false).replaceAll("202[123]年", "当年");
        cabinet.keep("aa", ARCHIVES.org(), 0, timeless);
        cabinet.keep("bb", ARCHIVES.org(), 0, timeless.replace("我单位", "我局"));

        assertThat(cabinet.book().offers().getFirst().doubts()).containsExactly(Doubt.YEAR);
    }

    @Test
    void doesNotOfferAnotherMatterOfTheSameBureau() {
        cabinet.keep("aa", ARCHIVES.org(), 2022, ARCHIVES.report(2022, true, "森林防火项目支出", 90));
        cabinet.keep("bb", ARCHIVES.org(), 2022, ARCHIVES.report(2022, true, "文物修缮项目支出", 90));

        assertThat(cabinet.book().offers()).isEmpty();
    }

    @Test
    void knowsAPointOfAFigureFromNoPoint() {
        assertThat(Words.of("支出 1,458. 34 万元，增长３．５％。")).isEqualTo("支出1458.34万元增长3.5");
        assertThat(Words.of("1.部门概况")).isEqualTo("1部门概况");
        String text = ARCHIVES.report(2022, true) + "全年支出14.58万元。";
        cabinet.keep("aa", ARCHIVES.org(), 2022, text);
        cabinet.keep("bb", ARCHIVES.org(), 2022, text.replace("14.58", "145.8"));

        assertThat(cabinet.book().offers().getFirst().isSameWords()).isFalse();
    }

    @Test
    void offersAThirdTextOnceAndNotToEachBeforeIt() {
        String text = ARCHIVES.report(2022, true);
        cabinet.keep("aa", ARCHIVES.org(), 2022, text);
        cabinet.keep("bb", ARCHIVES.org(), 2022, Office.revised(text, 2, 1));
        cabinet.keep("cc", ARCHIVES.org(), 2022, Office.revised(text, 3, 2));
        cabinet.keep("dd", ARCHIVES.org(), 2022, Office.revised(text, 4, 3));

        assertThat(cabinet.book().offers()).hasSize(3);
        assertThat(cabinet.offeredTo("dd")).hasSize(1);
    }

    @Test
    void listensToAPersonWhoCorrectsAYear() {
        String text = ARCHIVES.report(2022, false).replaceAll("202[123]年", "当年");
        cabinet.keep("aa", ARCHIVES.org(), 0, text);
        cabinet.keep("bb", ARCHIVES.org(), 0, text + "附件略。");
        assertThat(cabinet.book().offers()).hasSize(1);

        cabinet.say("aa", "year", "2021");
        cabinet.say("bb", "year", "2022");
        assertThat(cabinet.book().offers()).as("at once").isEmpty();
        assertThat(cabinet.finder().catchUp(Progress.NONE)).isEqualTo(2);
        assertThat(cabinet.book().offers()).isEmpty();

        cabinet.say("bb", "year", "2021");
        cabinet.finder().catchUp(Progress.NONE);
        assertThat(cabinet.book().offers()).hasSize(1);
        assertThat(cabinet.book().offers().getFirst().doubts()).isEmpty();
        assertThat(cabinet.finder().catchUp(Progress.NONE)).isZero();
    }

    @Test
    void looksAtReportsThatWereKeptBeforeItCould() {
        String text = ARCHIVES.report(2022, true);
        cabinet.keep("aa", ARCHIVES.org(), 2022, text);
        cabinet.keep("bb", ARCHIVES.org(), 2022, Office.revised(text, 3, 1));
        cabinet.store().update("DELETE FROM version_offer");
        cabinet.store().update("DELETE FROM version_bucket");
        cabinet.store().update("DELETE FROM version_sketch");

        assertThat(cabinet.finder().catchUp(Progress.NONE)).isEqualTo(2);
        assertThat(cabinet.offeredTo("bb")).containsExactly("aa");
    }

    @Test
    void findsAReportAmongTenThousandByLookingAtAFew() {
        VersionTable table = new VersionTable(cabinet.store());
        cabinet.store().inTransaction(() -> {
            for (int i = 0; i < 10_000; i++) {
                Office office = new Office("第" + i + "市信访局", 3);
                boolean isKnown = i % 3 > 0;
                cabinet.keep(
                        "r%05d".formatted(i),
                        isKnown ? office.org() : "",
                        isKnown ? 2022 : 0,
                        office.report(2022, true, "部门整体支出", 12));
            }
        });
        Office office = new Office("第5000市信访局", 3);
        String again = Office.revised(office.report(2022, true, "部门整体支出", 12), 2, 1);
        cabinet.keep("again", office.org(), 2022, again);

        assertThat(cabinet.offeredTo("again")).containsExactly("r05000");
        for (String id : List.of("again", "r04998", "r00001", "r00003")) {
            VersionTable.Subject subject = table.subject(id).orElseThrow();
            List<Long> buckets = Sketch.of(Words.of(subject.identity().text()));
            assertThat(table.candidates(subject, buckets)).hasSizeLessThanOrEqualTo(VersionTable.MOST_CANDIDATES);
        }
        assertThat(cabinet.book().offers()).hasSize(1);
    }

    private void keepAs(String id, String title, String org, int year, String text) {
        cabinet.keep(id, 1, new ReportFacts(title, org, "青山市", year, ReportKind.WHOLE_DEPARTMENT), text);
    }

    private static String han(int year) {
        StringBuilder words = new StringBuilder();
        for (char c : Integer.toString(year).toCharArray()) {
            words.append("〇一二三四五六七八九".charAt(c - '0'));
        }
        return words.append("年").toString();
    }
}
