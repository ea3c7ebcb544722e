package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Outline;
import gewu.api.report.CleanText;
import gewu.api.report.Page;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingSectionerTest {

    @Test
    void findsHeadingsOfAllShapesFullAndHalfWidth() {
        assertThat(outline("""
                第一部分 单位概况
                一、基本情况
                （一）机构设置
                1. 内设科室
                本馆设有三个科室，共有十二人。
                （1）人员情况。在职十二人，退休两人。
                ①编制情况。事业编制十二名，没有空编。
                第二部分　支出情况
                一、基本支出
                (一)日常公用经费
                １、办公费用。全年支出十万元，比上年略有减少。
                二、项目支出
                全年支出六万元。
                """))
                .containsExactly(
                        "1 第一部分 单位概况",
                        "2 一、 基本情况",
                        "3 （一） 机构设置",
                        "4 1. 内设科室",
                        "5 （1） 人员情况",
                        "6 ① 编制情况",
                        "1 第二部分 支出情况",
                        "2 一、 基本支出",
                        "3 (一) 日常公用经费",
                        "4 １、 办公费用",
                        "2 二、 项目支出");
    }

    @Test
    void trustsTheShapeOfANumberingAndNotItsValue() {
        assertThat(outline("""
                1、 单位基本情况
                （一）机构情况
                本馆是公益一类事业单位，归口文化局管理。
                （二）人员情况
                在职十二人。
                二、支出情况
                全年支出九十万元。
                3、 绩效情况
                (一)评价结论:
                总体良好，达到年初目标。
                （一）评价过程
                由办公室组织自评。
                7、 存在的问题
                1、目标设置偏粗，没有分解到季度。
                2、报销不够及时，跨年的情况时有发生。
                八、下一步改进措施
                从编制预算开始细化。
                """))
                .containsExactly(
                        "1 1、 单位基本情况",
                        "2 （一） 机构情况",
                        "2 （二） 人员情况",
                        "1 二、 支出情况",
                        "1 3、 绩效情况",
                        "2 (一) 评价结论",
                        "2 （一） 评价过程",
                        "1 7、 存在的问题",
                        "2 1、 目标设置偏粗",
                        "2 2、 报销不够及时",
                        "1 八、 下一步改进措施");
    }

    @Test
    void takesBracketsAroundDigitsAndHanNumeralsForBrothers() {
        assertThat(outline("""
                四、改进措施
                （1） 抓培训，强本领
                1．每季度办一期业务培训，覆盖全部科室。
                2．新进人员先培训再上岗，考核合格才能经办。
                （二）抓制度，堵漏洞
                1．修订报销办法，明确时限。
                """))
                .containsExactly(
                        "1 四、 改进措施",
                        "2 （1） 抓培训,强本领",
                        "3 1． 每季度办一期业务培训",
                        "3 2． 新进人员先培训再上岗",
                        "2 （二） 抓制度,堵漏洞",
                        "3 1． 修订报销办法");
    }

    @Test
    void keepsTheSameNumberTwiceSideBySide() {
        assertThat(outline("""
                一、单位概况
                (一)主要职责
                承担全区图书借阅工作。
                (二)重点工作
                建成两个分馆。
                (二)目标完成情况
                目标全部完成。
                (三)支出总额
                九十万元。
                (三)执行情况
                执行率百分之九十九。
                """))
                .containsExactly("1 一、 单位概况", "2 (一) 主要职责", "2 (二) 重点工作", "2 (二) 目标完成情况", "2 (三) 支出总额", "2 (三) 执行情况");
    }

    @Test
    void readsGluedNumbersAndYearsBehindADot() {
        assertThat(outline("""
                二、一般公共预算支出
                - 1.人员支出情况。全年支出六十万元，与上年持平。
                - 2公用支出情况。全年支出二十万元，比上年下降。
                3.2023 年项目情况。全年支出十万元，用于设备更新。
                8.91万册图书完成编目，借阅12万人次。
                """)).containsExactly("1 二、 一般公共预算支出", "2 1. 人员支出情况", "2 2 公用支出情况", "2 3. 2023年项目情况");
    }

    @Test
    void looksThroughBulletsMarkdownAndWhatWordLeaves() {
        assertThat(outline("""
                ## 三、项目管理情况
                - (一) 立项管理。项目经过集体研究，程序完整。
                **（二）资金管理**。专款专用，没有挪用。
                [bookmark: _GoBack]（三）验收管理。完工后及时验收，资料齐全。
                -（四）档案管理。材料随时归档，专人保管。
                """)).containsExactly("1 三、 项目管理情况", "2 (一) 立项管理", "2 （二） 资金管理", "2 （三） 验收管理", "2 （四） 档案管理");
    }

    @Test
    void seesNumberingsWhoseBracketARecogniserMisread() {
        assertThat(outline("""
                一、部门基本情况
                -〈一)部门概况
                本馆是公益一类事业单位，归口文化局管理。
                <二〉人员情况
                在职十二人，其中专业技术人员八人。
                <3>不是标题，是一段里的尖括号数字。
                """)).containsExactly("1 一、 部门基本情况", "2 〈一) 部门概况", "2 <二〉 人员情况");
    }

    @Test
    void partsAHeadingFromTheTextBehindAGap() {
        assertThat(outline("""
                一、单位概况
                - 1.机构设置情况 本馆设有三个科室，没有二级单位。
                - 2.人员编制情况 编制十二名。
                - 五、政府性基金预算支出情况 本年没有。
                - 六、国有资本经营预算支出情况

                没有此项。
                """))
                .containsExactly("1 一、 单位概况", "2 1. 机构设置情况", "2 2. 人员编制情况", "1 五、 政府性基金预算支出情况", "1 六、 国有资本经营预算支出情况");
    }

    @Test
    void leavesDutiesInTheirList() {
        assertThat(outline("""
                一、单位概况
                (一)主要职责
                本馆的主要职责：
                1、贯彻执行国家有关公共文化的法律、法规和政策；
                2、负责图书采编。
                3、综合反映读者意见，为改进服务提出建议。协调各分馆的业务工作；
                4、承办上级交办的其他事项。
                (二)机构设置
                设三个科室。
                """)).containsExactly("1 一、 单位概况", "2 (一) 主要职责", "2 (二) 机构设置");
    }

    @Test
    void seesTitlesAmongDuties() {
        assertThat(outline("""
                (一)单位职责及机构设置
                1.主要职责。
                (1)负责图书采编和借阅，管理全区图书资源；
                (2)承办上级交办的其他事项。
                2.机构设置情况。设三个科室。
                """)).containsExactly("1 (一) 单位职责及机构设置", "2 1. 主要职责", "2 2. 机构设置情况");
    }

    @Test
    void takesAllBrothersWhereOneTitlesItsText() {
        assertThat(outline("""
                八、结果应用情况
                1.结果向社会公开。自评报告在门户网站公布，接受监督。
                2.在收到财政部门的复核意见之后，逐条对照，逐条研究，并且把复核意见作为下一年度安排预算的重要参考依据来使用。
                """)).containsExactly("1 八、 结果应用情况", "2 1. 结果向社会公开", "2 2. 在收到财政部门的复核意见之后");
    }

    @Test
    void takesEveryItemUnderProblemsAndRemedies() {
        assertThat(outline("""
                九、存在的主要问题
                1.全馆承担的任务逐年增加，人手却没有增加，部分岗位一人多责，业务质量有待提高。
                2.预算不够细。年中追加较多。
                十、改进措施及建议
                1. 加强年初调研，把任务和经费一并排定。
                2. 建议财政部门组织培训，提高经办人员水平。
                """))
                .containsExactly(
                        "1 九、 存在的主要问题",
                        "2 1. 全馆承担的任务逐年增加",
                        "2 2. 预算不够细",
                        "1 十、 改进措施及建议",
                        "2 1. 加强年初调研",
                        "2 2. 建议财政部门组织培训");
    }

    @Test
    void takesNoRowOfATableForAHeading() {
        assertThat(outline("""
                (二)目标完成情况
                任务\t目标\t完成情况\t得分
                1. 开放服务\t三百天\t1. 全年开放三百一十天。 2. 无投诉。\t10

                3. 维护阅 览秩序

                秩序良好，读者满意，没有发生安全事故。

                14
                (三)主要成效
                1.阅读人数有所增加。全年到馆十二万人次，比上年多一万。
                """)).containsExactly("1 (二) 目标完成情况", "1 (三) 主要成效", "2 1. 阅读人数有所增加");
    }

    @Test
    void takesNoCoverNorTitleForAHeading() {
        assertThat(outline("""
                青山市图书馆2023年 部门整体支出绩效自评报告

                部门名称：青山市图书馆
                2024年3月
                评价小组成员：
                姓名\t职务\t签字

                青山市图书馆2023年部门整体支出 绩效自评报告

                一、基本情况
                运转正常。
                """)).containsExactly("1 一、 基本情况");
    }

    @Test
    void passesOverATableOfContents() {
        assertThat(outline("""
                目  录
                一、基本情况……………………1
                （一）机构设置\t2
                二、存在的问题..............3

                一、基本情况
                （一）机构设置
                设三个科室。
                二、存在的问题
                目标偏粗。
                """)).containsExactly("1 一、 基本情况", "2 （一） 机构设置", "1 二、 存在的问题");
    }

    @Test
    void findsHeadingsWithoutAnyNumbering() {
        assertThat(outline("""
                青山市图书馆绩效自评报告
                单位基本情况
                本馆是公益一类事业单位，设三个科室。
                存在的问题及原因分析
                目标偏粗，主要原因是经验不足。
                下一步改进措施
                细化目标，按季度检查。
                """)).containsExactly("1  单位基本情况", "1  存在的问题及原因分析", "1  下一步改进措施");
    }

    @Test
    void takesFiguresAndDatesForWhatTheyAre() {
        assertThat(outline("""
                一、支出情况
                3月份完成采购。
                12个分馆全部开放。
                2023年支出九十万元。
                一、二季度执行较慢。
                1.5万册图书上架。
                第三方评价得分九十分。
                """)).containsExactly("1 一、 支出情况");
    }

    // ---- roles

    @ParameterizedTest
    @CsvSource({
        "部门概况, OVERVIEW",
        "单位基本情况, OVERVIEW",
        "部门职能职责, OVERVIEW",
        "机构设置及人员编制情况, OVERVIEW",
        "一般公共预算支出情况, BUDGET",
        "部门整体收支情况, BUDGET",
        "“三公”经费使用情况, BUDGET",
        "政府性基金预算支出情况, BUDGET",
        "国有资本经营预算支出情况, BUDGET",
        "社会保险基金预算支出情况, BUDGET",
        "预算执行情况, BUDGET",
        "收入支出决算情况说明, BUDGET",
        "部门项目组织实施情况, PROJECT",
        "项目管理情况, PROJECT",
        "资产管理情况, ASSETS",
        "国有资产占用情况, ASSETS",
        "监督检查情况, SUPERVISION",
        "部门整体支出绩效情况, PERFORMANCE",
        "评价结论及绩效分析, PERFORMANCE",
        "主要工作成效, PERFORMANCE",
        "绩效目标完成情况, PERFORMANCE",
        "自评结论, PERFORMANCE",
        "主要做法, EXPERIENCE",
        "主要经验及做法, EXPERIENCE",
        "存在的问题, PROBLEMS",
        "存在的主要问题, PROBLEMS",
        "存在的问题及原因分析, PROBLEMS",
        "存在的主要问题与成因, PROBLEMS",
        "发现的主要问题, PROBLEMS",
        "绩效自评发现的主要问题, PROBLEMS",
        "存在的不足, PROBLEMS",
        "主要困难和问题, PROBLEMS",
        "问题和建议, PROBLEMS",
        "经验、问题和建议, PROBLEMS",
        "面临的问题困难及对策建议, PROBLEMS",
        "预算管理中存在的问题, PROBLEMS",
        "原因分析, CAUSES",
        "绩效目标偏差原因分析, CAUSES",
        "下一步改进措施, REMEDIES",
        "改进措施及建议, REMEDIES",
        "整改措施, REMEDIES",
        "工作建议, REMEDIES",
        "有关建议, REMEDIES",
        "下一步工作打算, REMEDIES",
        "下一步工作计划和打算, REMEDIES",
        "明年工作打算, REMEDIES",
        "问题整改情况, REMEDIES",
        "偏离绩效目标的原因和下一步改进措施, REMEDIES",
        "绩效自评结果拟应用和公开情况, RESULT_USE",
        "绩效自评结果应用, RESULT_USE",
        "评价结果应用建议, RESULT_USE",
        "其他需要说明的情况, OTHER",
        "其他需要说明的问题, OTHER",
        "着力化解突出问题, OTHER"
    })
    void readsTheRoleOfAHeading(String heading, SectionRole role) {
        Outline cut = cut("一、" + heading + "\n本段说明有关情况，内容从略。\n");
        assertThat(cut.sections()).hasSize(1);
        assertThat(cut.sections().getFirst().role()).isEqualTo(role);
    }

    @Test
    void letsItemsUnderProblemsAndRemediesStayWhatTheyAre() {
        assertThat(roles("""
                九、存在的问题
                1.项目支出绩效目标。没有分解到季度，不便检查。
                2.资产管理。盘点不够及时，台账有出入。
                十、改进措施
                1.预算编制。提前两个月调研，编准编细。
                2.绩效目标管理。按季度检查完成情况。
                """)).containsExactly("problems", "problems", "problems", "remedies", "remedies", "remedies");
    }

    @Test
    void givesTheChildrenOfAJointHeadingTheirOwnRoles() {
        assertThat(roles("""
                三、经验、问题和建议
                (一)经验
                集体研究，公开透明。
                (二)存在的问题
                目标偏粗。
                (三)改进措施及建议
                细化目标。
                """)).containsExactly("problems", "experience", "problems", "remedies");
    }

    @Test
    void takesProblemsSolvedForNoProblems() {
        assertThat(roles("""
                一、单位概况
                1. 顺利推动读者反映的突出问题化解
                全年处理读者意见三十件，全部答复。
                2. 处理历史遗留问题
                全年处理两件，都已办结归档。
                """)).containsExactly("overview", "overview", "overview");
    }

    @Test
    void letsChildrenInheritUnlessTheirOwnHeadingIsPlain() {
        assertThat(roles("""
                一、单位概况
                (一)整体支出情况
                全年支出九十万元。
                八、绩效情况
                (一)资金管理较为规范。制度健全，执行严格。
                (二)评价结果应用
                结果与预算挂钩。
                """)).containsExactly("overview", "budget", "performance", "performance", "result_use");
    }

    // ---- paragraphs

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n", "\r\n\r\n", "\f", "\n\f\n"})
    void joinsAWordBrokenOverLinesAndPages(String end) {
        assertThat(paragraphs("本馆认真执行各项财务制度,由办公室牵头负责资金的管" + end + "理和使用,定期通报。" + end + "下一段另起。"))
                .containsExactly("本馆认真执行各项财务制度,由办公室牵头负责资金的管理和使用,定期通报。", "下一段另起。");
    }

    @Test
    void joinsAnItemBrokenInItsFirstSentence() {
        assertThat(paragraphs("""
                2.主要职能。
                (4)组织开展全区阅读推广工作,及时向市、区

                文化部门报告情况;协调各分馆开展活动。
                (5)承办其他事项。
                """))
                .containsExactly("2.主要职能。", "(4)组织开展全区阅读推广工作,及时向市、区文化部门报告情况;协调各分馆开展活动。", "(5)承办其他事项。");
    }

    @Test
    void joinsNumbersBrokenOverPages() {
        assertThat(paragraphs("截止2023年10月31日,全馆共接待读者2371\n\n人次,比上年增加。其中少儿读者占三成,增加\n\n50%。\n"))
                .containsExactly("截止2023年10月31日,全馆共接待读者2371人次,比上年增加。其中少儿读者占三成,增加50%。");
    }

    @Test
    void joinsTheLastCharactersOfAPage() {
        assertThat(paragraphs("本馆建立健全借阅制度，提高了人员积极性及办事效\n\n率。\n"))
                .containsExactly("本馆建立健全借阅制度，提高了人员积极性及办事效率。".replace('，', ','));
    }

    @Test
    void keepsAHeadingApartFromItsText() {
        assertThat(paragraphs("""
                (二) 重点工作

                1. 强化责任担当，圆满完成任务

                我馆按照计划推进各项工作，成效明显。
                无
                """)).containsExactly("(二)重点工作", "1.强化责任担当,圆满完成任务", "我馆按照计划推进各项工作,成效明显。", "无");
    }

    @Test
    void joinsLinesBrokenAtTheRightMargin() {
        String wrapped = """
                　　本馆是公益一类事业单位，归口区文化和旅游局管理，承担全区
                图书采编、借阅、阅读推广和古籍保护等工作，现有总馆一处、分馆
                十二处，全年免费开放。二〇二三年，全馆共接待读者十二万人次，
                外借图书八万册次，举办读书活动六十场，参加人数超过九千人。我
                馆还与学校合作，把图书送进课堂。
                　　在经费管理方面，本馆严格执行预算，压减一般性支出，各项开支
                都有制度可依，重大事项由集体研究决定，结果在馆内公示，接受全
                体职工监督。
                """;
        assertThat(paragraphs(wrapped)).hasSize(2).allMatch(it -> it.endsWith("。"));
    }

    @Test
    void keepsPageNumbersAndRowsInParagraphsOfTheirOwn() {
        assertThat(paragraphs("前一页的最后一句。\n- 3 -\n后一页的第一句。\n甲\t乙\n丙\t丁\n"))
                .containsExactly("前一页的最后一句。", "-3-", "后一页的第一句。", "甲 乙", "丙 丁");
    }

    // ---- what holds for every text

    @Test
    void cutsTextsWithoutHeadingsAndEmptyOnes() {
        assertThat(cut("没有标题的一段话。").sections()).isEmpty();
        assertThat(cut("").paragraphs()).isEmpty();
        assertThat(cut(" \n\t\n").paragraphs()).isEmpty();
    }

    @Test
    void keepsTheContractOnTextsOfPiecesPutTogetherAtRandom() {
        List<String> pieces = List.of(
                "一、",
                "二、",
                "（一）",
                "(1)",
                "1.",
                "２、",
                "①",
                "第一部分 ",
                "存在的问题",
                "改进措施",
                "\n",
                "\r\n",
                "\f",
                "\t",
                " ",
                "　",
                "。",
                "，",
                "：",
                "；",
                "资金管理情况",
                "负责图书采编",
                "**",
                "- ",
                "#",
                "8.91",
                "2023年",
                "目录",
                "……3",
                "[bookmark: a]",
                "（",
                ")",
                "“",
                "|",
                "\u200b",
                "\ud842\udfb7",
                "x");
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            int count = random.nextInt(60);
            for (int j = 0; j < count; j++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            SourceText source = SourceText.onePage(text.toString());
            OutlineContract.holdsFor(source, new HeadingSectioner().cut(source));
        }
    }

    @Test
    void knowsThePageOnWhichThingsBegin() {
        String text = "一、概况\n正常。\f二、问题\n较少。\f";
        SourceText source = new SourceText(text, List.of(new Page(1, 0, 9), new Page(2, 9, text.length())));
        Outline cut = new HeadingSectioner().cut(source);
        OutlineContract.holdsFor(source, cut);
        assertThat(cut.sections().stream().map(Section::page)).containsExactly(1, 2);
    }

    @Test
    void neverJoinsLinesThatAreWholeAndTakesRowsOfATableForNoHeadings() {
        String text = "一、部门概况\n本局共有职工四十二人\n其中在编三十八人\n序号\t项目\n一、\t存在的问题\n二、主要问题\n预算偏粗。\n";
        int table = text.indexOf("序号");
        int tableEnd = text.indexOf("\n二、主要");
        SourceText source = new SourceText(
                text,
                List.of(new Page(1, 0, 12), new Page(2, 12, text.length())),
                SourceText.Lines.WHOLE,
                List.of(new Table(1, table, tableEnd, 2, 2, List.of())),
                List.of());

        Outline outline = new HeadingSectioner().cut(source);

        assertThat(outline.sections()).extracting(Section::heading).containsExactly("部门概况", "主要问题");
        assertThat(outline.paragraphs())
                .extracting(it -> text.substring(it.start(), it.end()))
                .contains("本局共有职工四十二人", "其中在编三十八人", "序号\t项目", "一、\t存在的问题");
    }

    @Test
    void endsTheHeadingBeforeItsFullStop() {
        String text = "一、 资金管理 情况。资金专款专用。";
        Section section = cut(text).sections().getFirst();
        assertThat(text.substring(section.start(), section.headingEnd())).isEqualTo("一、 资金管理 情况");
        assertThat(section.heading()).isEqualTo("资金管理情况");
        assertThat(section.label()).isEqualTo("一、");
        assertThat(section.end()).isEqualTo(text.length());
    }

    private static Outline cut(String text) {
        SourceText source = SourceText.onePage(text);
        Outline outline = new HeadingSectioner().cut(source);
        OutlineContract.holdsFor(source, outline);
        return outline;
    }

    private static List<String> outline(String text) {
        return cut(text).sections().stream()
                .map(it -> it.level() + " " + it.label() + " " + it.heading())
                .toList();
    }

    private static List<String> roles(String text) {
        return cut(text).sections().stream().map(it -> it.role().id()).toList();
    }

    private static List<String> paragraphs(String text) {
        return cut(text).paragraphs().stream()
                .map(it -> CleanText.of(text, it.start(), it.end()).text())
                .toList();
    }
}
