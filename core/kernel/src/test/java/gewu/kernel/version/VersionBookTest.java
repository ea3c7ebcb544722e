package gewu.kernel.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.report.OtherVersion;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportKind;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionBookTest {
    private static final Office ARCHIVES = new Office("青山市档案局", 7);
    private static final String TEXT = ARCHIVES.report(2022, true);

    @TempDir
    private Path folder;

    private Cabinet cabinet;
    private VersionBook book;

    @BeforeEach
    void keepThreeTexts() {
        cabinet = new Cabinet(folder);
        book = cabinet.book();
        cabinet.keep("aa", ARCHIVES.org(), 2022, TEXT);
        cabinet.keep("bb", ARCHIVES.org(), 2022, Office.revised(TEXT, 2, 1));
        cabinet.keep("cc", ARCHIVES.org(), 2022, Office.revised(TEXT, 4, 2));
    }

    @AfterEach
    void close() {
        cabinet.close();
    }

    @Test
    void joinsNothingBeforeAPersonSaysSo() {
        assertThat(book.offers()).hasSize(2);
        assertThat(book.chains().all()).isEmpty();
        assertThat(book.chains().chain("aa").reports()).containsExactly("aa");
    }

    @Test
    void knowsTheNewestOfThoseThatWereAcceptedAndHidesNone() {
        book.accept("aa", "bb");
        book.accept("bb", "cc");

        assertThat(book.chains().all()).containsExactly(new VersionChains.Chain(java.util.List.of("aa", "bb", "cc")));
        assertThat(book.chains().chain("aa").newest()).isEqualTo("cc");
        assertThat(cabinet.reports().list(ReportFilter.ALL)).hasSize(3);
        assertThat(cabinet.reports().versions("bb"))
                .contains(new OtherVersion("aa", false, false, false), new OtherVersion("cc", false, true, true));
    }

    @Test
    void letsAPersonSayWhichIsTheNewer() {
        book.accept("bb", "aa");

        assertThat(book.chains().chain("aa").newest()).isEqualTo("aa");
        assertThatThrownBy(() -> {
                    book.accept("aa", "cc");
                    book.accept("cc", "bb");
                })
                .isInstanceOfSatisfying(WorkbenchException.class, refused -> {
                    assertThat(refused).hasMessageContaining("older version");
                    assertThat(refused.remedy()).contains("reset");
                });
    }

    @Test
    void takesAWordBack() {
        book.accept("aa", "bb");
        book.reset("aa", "bb");

        assertThat(book.chains().all()).isEmpty();
        assertThat(book.offers("bb")).extracting(VersionOffer::state).contains(VersionOffer.State.OFFERED);
        assertThatThrownBy(() -> book.reset("aa", "bb")).hasMessageContaining("Nothing was said");
    }

    @Test
    void doesNotAskAgainWhatWasDeclined() {
        book.decline("aa", "bb");
        cabinet.keep(
                "bb",
                2,
                new ReportFacts(Cabinet.title(TEXT), ARCHIVES.org(), "青山市", 2022, ReportKind.WHOLE_DEPARTMENT),
                Office.revised(TEXT, 3, 1));

        assertThat(book.offers("bb"))
                .filteredOn(it -> it.beside("bb").equals("aa"))
                .extracting(VersionOffer::state)
                .containsExactly(VersionOffer.State.DECLINED);
    }

    @Test
    void keepsAPersonsWordWhenTheFileChanges() {
        book.accept("aa", "bb");
        cabinet.keep(
                "bb",
                2,
                new ReportFacts(Cabinet.title(TEXT), ARCHIVES.org(), "青山市", 2022, ReportKind.WHOLE_DEPARTMENT),
                "全部重写。");

        assertThat(book.chains().chain("aa").newest()).isEqualTo("bb");
    }

    @Test
    void refusesToJoinTwoYearsEvenWhenAPersonSaysSo() {
        cabinet.keep("next", ARCHIVES.org(), 2023, ARCHIVES.report(2023, true));

        assertThatThrownBy(() -> book.accept("aa", "next"))
                .isInstanceOfSatisfying(WorkbenchException.class, refused -> {
                    assertThat(refused).hasMessageContaining("2022 and 2023");
                    assertThat(refused.remedy()).contains("gewu facts", "year=");
                });
        assertThatThrownBy(() -> book.accept("aa", "nobody")).hasMessageContaining("There is no report nobody");
    }

    @Test
    void joinsWhatAPersonKnowsToBeTheSameThoughItWasNotOffered() {
        cabinet.keep("other", ARCHIVES.org(), 2022, "2022年度青山市档案局部门整体支出绩效自评报告\n\n一页纸的摘要。");
        book.accept("aa", "other");
        assertThat(book.chains().chain("aa").newest()).isEqualTo("other");

        book.reset("aa", "other");
        assertThat(book.offers("other")).isEmpty();
    }
}
