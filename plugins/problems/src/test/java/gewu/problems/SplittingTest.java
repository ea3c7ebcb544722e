package gewu.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Remedy;
import gewu.testkit.SampleReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The splitting rules one by one, each with the sentence that teaches it.
class SplittingTest {
    private static Findings find(String text) {
        return new ReportFinder().find(SampleReport.of("r", text));
    }

    private static List<String> problems(String text) {
        return find("四、存在的问题\n" + text).problems().stream()
                .map(it -> it.passage().text())
                .toList();
    }

    private static List<String> remedies(String text) {
        return find("五、下一步改进措施\n" + text).remedies().stream()
                .map(it -> it.passage().text())
                .toList();
    }

    @Test
    void everyCountedClauseIsAContainerOfItsOwn() {
        assertThat(problems("一是票据审核不严；二是合同归档不及时。")).containsExactly("票据审核不严", "合同归档不及时");
    }

    @Test
    void twoObjectsEachWithAShortcomingAreTwoProblems() {
        assertThat(problems("1.指标口径不够统一，台账更新不够及时。")).containsExactly("指标口径不够统一", "台账更新不够及时");
    }

    @Test
    void objectsThatShareOneShortcomingAreOneProblem() {
        assertThat(problems("1.接访人员和接访车辆不足。")).containsExactly("接访人员和接访车辆不足");
    }

    @Test
    void severalShortcomingsOfOneObjectAreOneProblem() {
        assertThat(problems("1.检查方式较为单一，不够客观深入。")).containsExactly("检查方式较为单一，不够客观深入");
    }

    @Test
    void whatWasDoneToAnObjectDoesNotSettleWhatItLacks() {
        assertThat(problems("1.已建成的灌溉泵站维护责任落实不到位。")).containsExactly("已建成的灌溉泵站维护责任落实不到位");
        assertThat(problems("1.票据审核不严。已解决合同归档不及时的问题。")).containsExactly("票据审核不严");
    }

    @Test
    void aShortHeadingAndTheSentencesThatExplainItAreOneProblem() {
        List<Findings.Problem> found =
                find("四、存在的问题\n1.支出进度不均衡。上半年支出偏少，年末集中付款。").problems();

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().passage().text()).isEqualTo("支出进度不均衡");
        assertThat(found.getFirst().more()).extracting(it -> it.text()).containsExactly("上半年支出偏少，年末集中付款");
    }

    @Test
    void aCauseIsNoProblemAndGovernsAllProblemsOfItsSentence() {
        Findings found = find("四、存在的问题及原因\n1.因经办人员更换频繁，档案移交不完整，系统数据更新滞后。");

        assertThat(found.problems()).extracting(it -> it.passage().text()).containsExactly("档案移交不完整", "系统数据更新滞后");
        assertThat(found.causes())
                .extracting(it -> it.problem(), it -> it.passage().text())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("P1", "因经办人员更换频繁"),
                        org.assertj.core.groups.Tuple.tuple("P2", "因经办人员更换频繁"));
    }

    @Test
    void whatComesOfAProblemBelongsToIt() {
        assertThat(problems("1.前期论证不充分，导致项目实施内容多次调整。")).containsExactly("前期论证不充分，导致项目实施内容多次调整");
    }

    @Test
    void theShorterFormBehindASharedWordIsAProblemToo() {
        assertThat(problems("1.采购程序有待进一步规范，合同管理进一步加强。")).containsExactly("采购程序有待进一步规范", "合同管理进一步加强");
    }

    @Test
    void eachSentenceAndEachPartBetweenSemicolonsIsARemedy() {
        assertThat(remedies("按季通报支出进度。修订采购办法；公开采购结果。")).containsExactly("按季通报支出进度", "修订采购办法", "公开采购结果");
    }

    @Test
    void halvesOfOnTheOneHandAreRemedies() {
        assertThat(remedies("1.一方面加强培训，提高业务水平。另一方面充实人员，优化队伍结构。")).containsExactly("加强培训，提高业务水平", "充实人员，优化队伍结构");
    }

    @Test
    void actionsJoinedByCommasStayOneRemedy() {
        assertThat(remedies("1.细化预算编制，严格预算执行，压减一般支出。")).containsExactly("细化预算编制，严格预算执行，压减一般支出");
    }

    @Test
    void theSloganOverAnItemIsItsHeading() {
        List<Remedy> found = find("五、下一步改进措施\n1.强化监督。每季度抽查一次专项资金使用情况。").remedies();

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().passage().text()).isEqualTo("每季度抽查一次专项资金使用情况");
        assertThat(found.getFirst().slogan().orElseThrow().text()).isEqualTo("强化监督");
    }

    @Test
    void aSentenceThatOnlySpellsOutTheOneBeforeJoinsIt() {
        assertThat(remedies("一是合理设置指标。结合单位职能，广泛听取意见。确保指标能考核；二是加强培训。组织财务人员参训。"))
                .containsExactly("合理设置指标。结合单位职能，广泛听取意见。确保指标能考核", "加强培训。组织财务人员参训");
    }

    @Test
    void promisesWithoutContentAreNoRemedies() {
        assertThat(remedies("我局将制定切实可行的整改措施并落实到位。")).isEmpty();
    }

    @Test
    void nothingIsSaidByNone() {
        assertThat(problems("暂无。")).isEmpty();
        assertThat(problems("无此类情况")).isEmpty();
        assertThat(remedies("无")).isEmpty();
    }

    @Test
    void whatIsDoneAskedAndGeneralIsToldApart() {
        List<Remedy> found = find("五、下一步改进措施\n1.已修订差旅费管理办法。\n2.建议市财政局增加业务培训。\n3.严格按照《预算法》规定执行预算。")
                .remedies();

        assertThat(found)
                .extracting(Remedy::kind)
                .containsExactly(Remedy.Kind.TAKEN, Remedy.Kind.ADVICE, Remedy.Kind.GENERAL);
    }

    @Test
    void dutiesAchievementsAndProceduresAreNoProblems() {
        Findings found = find("一、主要职责\n负责处理群众反映的突出问题，协调解决部门之间推诿的问题。\n"
                + "二、工作成效\n有效解决了合力不够的问题，费用较去年有所上升。\n三、结果应用\n针对发现的问题，采取切实可行的整改举措。");

        assertThat(found).isEqualTo(Findings.NONE);
    }
}
