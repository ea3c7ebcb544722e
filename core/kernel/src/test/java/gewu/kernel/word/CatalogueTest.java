package gewu.kernel.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
    private static final String WORDS = """
            # 测试用
            It is protected by a password.
            有密码保护。

            Save a copy without it, then import that.
            请另存一份不带密码的副本，再导入。

            Page {} can't be read: {}.
            第 {} 页无法读取：{}。

            Page {} could not be recognised: {}.
            第 {} 页未能识别：{}。

            It has {} pages; {} takes at most {}.
            {2} 最多接受 {3} 页，该文件有 {1} 页。

            You have no rights to read {}.
            您没有权限读取 {}。

            {} is empty.
            {} 是空文件。

            It is {}; no importer is installed.
            这是{}，没有能读取它的插件。

            {} although it is named {}
            {1}（但后缀是 {2}）

            a PDF
            PDF 文件

            it took longer than {} seconds.
            用时超过 {} 秒。

            A {} has no {}, such as {year}.
            {1} 没有 {2}，如 {year}。
            """;

    private final Catalogue catalogue = Catalogue.of(List.of(WORDS));

    @Test
    void saysASentenceInChinese() {
        assertThat(catalogue.chinese("It is protected by a password.")).isEqualTo("有密码保护。");
    }

    @Test
    void saysSentencesOneBehindTheOtherWithoutSpacesBetween() {
        assertThat(catalogue.chinese("It is protected by a password. Save a copy without it, then import that."))
                .isEqualTo("有密码保护。请另存一份不带密码的副本，再导入。");
    }

    @Test
    void putsWhatVariesWhereTheChineseWantsIt() {
        assertThat(catalogue.chinese("It has 6000 pages; import-pdf/pdf takes at most 5000."))
                .isEqualTo("import-pdf/pdf 最多接受 5000 页，该文件有 6000 页。");
    }

    @Test
    void findsTheEndOfANameThatHoldsFullStopsAndSpaces() {
        assertThat(catalogue.chinese(
                        "You have no rights to read /资料/1. 自评 报告. v2.docx. It is protected by a password."))
                .isEqualTo("您没有权限读取 /资料/1. 自评 报告. v2.docx。有密码保护。");
    }

    @Test
    void keepsNeighbouringSentencesOfTheSameShapeApart() {
        assertThat(
                        catalogue.chinese(
                                "Page 3 could not be recognised: no memory. Page 4 can't be read: it ends. Page 5 can't be read: x."))
                .isEqualTo("第 3 页未能识别：no memory。第 4 页无法读取：it ends。第 5 页无法读取：x。");
    }

    @Test
    void saysPhrasesInsideSentences() {
        assertThat(catalogue.chinese("It is a PDF although it is named .txt; no importer is installed."))
                .isEqualTo("这是 PDF 文件（但后缀是 .txt），没有能读取它的插件。");
    }

    @Test
    void saysSentencesInsideSentencesWithOneFullStop() {
        assertThat(catalogue.chinese("Page 3 could not be recognised: it took longer than 60 seconds.."))
                .isEqualTo("第 3 页未能识别：用时超过 60 秒。");
    }

    @Test
    void leavesWhatItDoesNotKnow() {
        String strange = "Some plugin says: “Zum Teufel”. And more.";

        assertThat(catalogue.chinese(strange)).isEqualTo(strange);
        assertThat(catalogue.unknown(strange)).containsExactly(strange);
        assertThat(catalogue.chinese("")).isEmpty();
        assertThat(catalogue.chinese("自评报告.txt")).isEqualTo("自评报告.txt");
    }

    @Test
    void saysWhatItKnowsAmongWhatItDoesNot() {
        String mixed = "It is protected by a password. Nobody knows why. Save a copy without it, then import that.";

        assertThat(catalogue.chinese(mixed)).isEqualTo("有密码保护。Nobody knows why. 请另存一份不带密码的副本，再导入。");
        assertThat(catalogue.unknown(mixed)).containsExactly("Nobody knows why.");
    }

    @Test
    void takesNoEnglishSentenceForAName() {
        assertThat(catalogue.chinese("/资料/空.txt is empty.")).isEqualTo("/资料/空.txt 是空文件。");
        assertThat(catalogue.unknown("The drawer is empty.")).containsExactly("The drawer is empty.");
    }

    @Test
    void bracesThatAreNoPlacesStay() {
        assertThat(catalogue.chinese("A rule has no arrow, such as {year}.")).isEqualTo("rule 没有 arrow，如 {year}。");
    }

    @Test
    void saysItOtherwiseToPeopleWhoTypeNoCommands() {
        Catalogue forPages = Catalogue.of(List.of("""
            “{}” is not known.
            没有“{}”。

            Enter it with: gewu party {}.
            登记：gewu party {}
            page: 请先登记“{}”。 | Enter {} first.

            Write it like --least 60.
            请写成 --least 60。
            page: |
            """));
        String refusal = "“王五” is not known. Enter it with: gewu party 王五.";

        assertThat(forPages.onPage(refusal))
                .isEqualTo(new Label("没有“王五”。请先登记“王五”。", "“王五” is not known. Enter 王五 first."));
        assertThat(forPages.chinese(refusal)).isEqualTo("没有“王五”。登记：gewu party 王五");
        assertThat(forPages.onPage("“王五” is not known. Write it like --least 60."))
                .isEqualTo(new Label("没有“王五”。", "“王五” is not known."));
        assertThat(forPages.onPage("Nobody knows why.")).isEqualTo(Label.same("Nobody knows why."));
    }

    @Test
    void aHostileTextComesOutWhole() {
        String nearly = "Page 1 can't be read: ".repeat(2_500) + "It has It is " + "a. ".repeat(15_000) + "{}{1}";
        String dots = "It has 1 pages; . ".repeat(6_000);

        assertThat(nearly.length()).isGreaterThan(90_000);
        assertThat(catalogue.chinese(nearly)).contains("a. a. a.");
        assertThat(catalogue.chinese(dots).equals(dots)).isTrue();
        assertThat(catalogue.unknown(dots)).isNotEmpty();
    }

    @Test
    void refusesAFileThatIsNoCatalogue() {
        assertThatThrownBy(() -> Catalogue.of(List.of("It is alone.\n\nIt is paired.\n成对。\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("It is alone.");
        assertThatThrownBy(() -> Catalogue.of(List.of("It has {} pages.\n有 {2} 页。")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes more than the 1");
        assertThatThrownBy(() -> Catalogue.of(List.of("It is alone.\n单独。\npage: 只有中文\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("with | between them");
        assertThatThrownBy(() -> Catalogue.of(List.of("{}.\n{}。"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theKernelsOwnSentencesAreSound() throws Exception {
        Catalogue own = Catalogue.of(CatalogueTest.class.getClassLoader());

        assertThat(own.chinese(
                        "It is a GIF picture although it is named .pdf; no importer for such files is installed. "
                                + "Leave it out."))
                .isEqualTo("这是 GIF 图片（但文件名后缀是 .pdf），没有安装能读取它的导入插件。不必导入。");
        assertThat(own.chinese("rules: /资料/gewu-rules.txt, line 3: There is no pattern before the arrow. "
                        + "Write ** for all files of the folder. /资料/gewu-rules.txt, line 7: “x” gives no value. "
                        + "Write FIELD=VALUE, such as 年度=2023; several are parted by semicolons."))
                .isEqualTo("规则文件有误：/资料/gewu-rules.txt 第 3 行：箭头前面没有写路径式样。文件夹内所有文件请写 **。"
                        + "/资料/gewu-rules.txt 第 7 行：“x”没有写值。请写成“字段=值”，如 年度=2023；有几项时用分号隔开。");
    }
}
