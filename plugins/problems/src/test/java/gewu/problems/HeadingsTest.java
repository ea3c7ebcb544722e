package gewu.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingsTest {
    private final Headings headings = new Headings();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "存在的主要问题",
                "绩效自评发现的主要问题",
                "存在的不足",
                "面临的困难与挑战",
                "自查问题清单",
                "存在的一些问题",
                "主要问题",
                "问题分析",
                "存在的问题及原因分析",
                "存在的主要问题与成因",
                "预算管理方面存在的问题"
            })
    void titlesOfProblems(String heading) {
        assertThat(headings.read(heading).matter()).isEqualTo(Matter.PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "下一步改进措施",
                "改进措施及建议",
                "工作建议",
                "意见建议",
                "下一步工作打算",
                "明年工作打算",
                "努力方向",
                "应对策略",
                "拟改进措施",
                "有关建议",
                "下一步工作计划和打算",
                "措施"
            })
    void titlesOfRemedies(String heading) {
        assertThat(headings.read(heading).matter()).isEqualTo(Matter.REMEDY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"存在问题及整改措施", "存在的问题和建议", "存在的问题和整改情况", "偏离绩效目标的原因和下一步改进措施", "经验、问题和建议"})
    void titlesOfBoth(String heading) {
        assertThat(headings.read(heading).matter()).isEqualTo(Matter.MIXED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"原因分析", "问题背后的原因"})
    void titlesOfCauses(String heading) {
        assertThat(headings.read(heading).matter().counts()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"整改情况", "整改落实情况"})
    void titlesOfWhatWasDone(String heading) {
        assertThat(headings.read(heading).matter()).isEqualTo(Matter.DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "信访问题化解情况",
                "部门概况",
                "预算执行情况",
                "绩效目标",
                "主要成效",
                "突出问题专项整治",
                "工作计划完成情况",
                "绩效自评结果应用",
                "资金管理办法",
                "支出情况"
            })
    void titlesOfOtherThings(String heading) {
        assertThat(headings.read(heading).matter()).isEqualTo(Matter.NONE);
    }
}
