package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.metric.Metric;
import gewu.testkit.SampleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksTest {
    private static final String SENTENCE = "全年古籍修复总量1260册，读者满意度得分92.5分。";

    @TempDir
    private Path folder;

    @Test
    void anIndicatorOfAUserIsReadAsSoonAsItsPackLiesInTheFolder() throws IOException {
        Packs packs = Packs.in(folder);
        assertThat(canonical(packs)).doesNotContain("lib.reader.score");
        String before = packs.edition();

        write("馆藏", "indicators.tsv", "lib.reader.score\t读者满意度得分\tReaders' score\tscore\t-\t读者满意度得分\n");

        assertThat(canonical(packs)).contains("lib.reader.score");
        assertThat(packs.names()).containsExactly("馆藏");
        assertThat(packs.edition()).isNotEqualTo(before).hasSize(8);
    }

    @Test
    void theEditionMovesWithTheRulesWithThePluginsOwnTablesAndWithThoseOfTheUsers() throws IOException {
        String own = Packs.own().edition();

        assertThat(own).hasSize(8).isEqualTo(Packs.in(folder).edition());
        assertThat(Packs.edition(1, "a", ""))
                .isEqualTo(Packs.edition(1, "a", ""))
                .isNotEqualTo(Packs.edition(2, "a", ""))
                .isNotEqualTo(Packs.edition(1, "b", ""))
                .isNotEqualTo(Packs.edition(1, "a", "b"));
        assertThat(new GeneralExtractor(Packs.own()).edition()).isEqualTo(own);
    }

    @Test
    void aPackMayGiveAKnownIndicatorMoreNames() throws IOException {
        write("别名", "indicators.tsv", "fin.exp.3public.reception\t-\t-\t-\t-\t来宾接待开支\n");
        assertThat(new FigureReader(Packs.in(folder).pack()).read(SampleReport.of("r", "来宾接待开支3.2万元。")))
                .extracting(Metric::canonical)
                .containsExactly("fin.exp.3public.reception");
    }

    @Test
    void aPackIsRefusedWithAllItsLinesAndTheOthersStay() throws IOException {
        write("好的", "indicators.tsv", "lib.reader.score\t读者满意度得分\t-\tscore\t-\t读者满意度得分\n");
        write("坏的", "indicators.tsv", """
                # 一行不差也没有
                lib.a\t馆藏量\t-\tcount.册\tlib.none\t馆藏量
                lib.b\t开放天数\t-\tweight\t-\t开放天数
                lib.c\t读者数\t-
                lib.d\t接待支出\t-\tmoney\t-\t公务接待费
                Lib.E\t座位\t-\tcount.个\t-\t座位
                lib.f\t全部\t-\tmoney\t-\t(甲|乙
                """);
        Packs packs = Packs.in(folder);

        assertThat(packs.names()).containsExactly("好的");
        assertThat(packs.refused()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("坏的");
            assertThat(it.faults())
                    .anyMatch(fault -> fault.contains("line 2") && fault.contains("lib.none"))
                    .anyMatch(fault -> fault.contains("line 3") && fault.contains("weight"))
                    .anyMatch(fault -> fault.contains("line 4") && fault.contains("3 cells instead of 6"))
                    .anyMatch(fault -> fault.contains("line 5") && fault.contains("公务接待费"))
                    .anyMatch(fault -> fault.contains("line 6") && fault.contains("Lib.E"))
                    .anyMatch(fault -> fault.contains("line 7") && fault.contains("not well formed"));
        });
    }

    @Test
    void parentsThatGoRoundAreRefused() throws IOException {
        write("圈", "indicators.tsv", "a.b\t甲数\t-\tmoney\tb.a\t甲数额\nb.a\t乙数\t-\tmoney\ta.b\t乙数额\n");
        assertThat(Packs.in(folder).refused().getFirst().faults()).anyMatch(it -> it.contains("come back to"));
    }

    @Test
    void anExampleThatIsReadOtherwiseRefusesThePack() throws IOException {
        write("例", "indicators.tsv", "lib.reader.score\t读者满意度得分\t-\tscore\t-\t读者满意度得分\n");
        write("例", "examples.tsv", "读者满意度得分92.5分。\tlib.reader.score\t92.6\t分\tscore\n");
        assertThat(Packs.in(folder).refused().getFirst().faults())
                .singleElement()
                .asString()
                .contains("examples.tsv, line 1", "lib.reader.score 92.5 分 score");

        write("例", "examples.tsv", "读者满意度得分92.5分。\tlib.reader.score\t92.5\t分\tscore\n");
        assertThat(Packs.in(folder).refused()).isEmpty();
    }

    @Test
    void whatAPackWasBeforeStaysInForceWhenItIsSpoilt() throws IOException {
        write("馆藏", "indicators.tsv", "lib.reader.score\t读者满意度得分\t-\tscore\t-\t读者满意度得分\n");
        Packs packs = Packs.in(folder);
        assertThat(canonical(packs)).contains("lib.reader.score");

        write("馆藏", "indicators.tsv", "lib.reader.score\t读者满意度得分\n");

        assertThat(canonical(packs)).contains("lib.reader.score");
        assertThat(packs.refused())
                .singleElement()
                .extracting(Packs.Refused::former)
                .isEqualTo(true);
        assertThat(canonical(Packs.in(folder))).as("also after a new start").contains("lib.reader.score");
    }

    @Test
    void anAliasThatStandsForTooManyWordsIsRefusedAtOnce() throws IOException {
        String endless = "(a|b|c|d|e|f|g|h|i|j)".repeat(40);
        write("无尽", "indicators.tsv", "x.y\t甲\t-\tmoney\t-\t" + endless + "\n");
        assertThat(Packs.in(folder).refused().getFirst().faults()).anyMatch(it -> it.contains("more than"));
    }

    @Test
    void theOwnPackHasNoFolderToPutOthersIn() {
        assertThatThrownBy(() -> Packs.own().folder()).isInstanceOf(WorkbenchException.class);
    }

    private List<String> canonical(Packs packs) {
        return packs.reader().read(SampleReport.of("r", SENTENCE)).stream()
                .map(Metric::canonical)
                .toList();
    }

    private void write(String pack, String file, String rows) throws IOException {
        Path path = folder.resolve("packs").resolve(pack);
        Files.createDirectories(path);
        Files.writeString(path.resolve(file), rows);
    }
}
