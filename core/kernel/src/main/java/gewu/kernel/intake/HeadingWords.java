package gewu.kernel.intake;

import gewu.api.report.SectionRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the words of a heading say: whether they title something, and which role the section plays.
///
/// Words are clean (see [gewu.api.report.CleanText]): half width, without layout. Chinese headings put the
/// head word last, so a word at the end weighs more than one in the middle: `资金管理情况` is about money,
/// `资金管理较为规范` is a judgement.
final class HeadingWords {
    /// How plainly a heading says its role.
    enum Plainness {
        /// The heading says nothing else: `存在的问题及原因分析`.
        WHOLE,
        /// The head word says it: `部门整体收支情况`.
        HEAD,
        /// A word in it hints at it.
        HINT
    }

    /// A role, and how plainly the heading says so.
    record Reading(SectionRole role, Plainness plainness) {}

    private static final String LACK = "(问题|不足|短板|弱项|困难|薄弱环节|挑战|差距)";
    private static final String AND = "(及|和|与|、|以及|,|暨)?";
    private static final String REMEDY = "(措施|建议|意见|对策|举措|方向|办法|思路|打算|计划|安排)";
    private static final String MEND = "(改进|整改|完善|应对|对策|解决|努力|提升|改善|优化)";
    private static final String NEXT = "(下一步|下一阶段|下一年度?|下步|今后|明年|来年|后续|下年度?)";

    /// One of these stands in all words of [#LACK], [#MEND], [#NEXT].
    private static final String LACK_SIGNS = "题足板弱难战距";

    private static final String MEND_SIGNS = "改善对解努提优";
    private static final String NEXT_SIGNS = "下今明来后";

    private static final String SUBJECT =
            "(部门|单位|项目|绩效|预算|财政|资金|支出|整体|工作|管理|自评|评价|主要|突出|目前|当前|我局|我单位|本单位|本部门|实施|执行|过程|编制|使用|20\\d\\d年度?|中|的|及)*+";

    /// Headings that say nothing but their role. The first rule that matches wins, so the more specific ones
    /// come first.
    private static final List<HeadingRule> WHOLE = List.of(
            new HeadingRule(
                    SectionRole.OTHER,
                    "",
                    "明告的况项题件表释",
                    "(其他|其它|有关|需要|特别)(需要|需|应当|应)?(说明|报告)(的)?(情况|事项|问题)?|其他(事项|情况)|附件|附表|名词解释"),
            new HeadingRule(
                    SectionRole.RESULT_USE,
                    "果",
                    "用开及和与、,暨的况划议",
                    SUBJECT + "结果(的)?(拟|分析)?" + AND + "(应用|运用|使用|公开)" + AND + "(的)?(应用|运用|公开)?(情况|计划|建议)?"),
            new HeadingRule(
                    SectionRole.REMEDIES,
                    "整",
                    "况施案",
                    SUBJECT + "(存在|发现)?(的)?" + LACK + "(的)?整改(落实)?(情况|措施|方案)|" + SUBJECT + "整改(落实)?(情况|措施|方案|完成情况)"),
            new HeadingRule(
                    SectionRole.PROBLEMS,
                    LACK_SIGNS,
                    "",
                    "(经验|做法|成效|成绩|经验做法)?" + AND + SUBJECT + "(存在|发现|面临|反映)?(着|的|有的)?(主要|一些|突出|共性)?(的)?(" + LACK + AND
                            + ")+(之处)?"
                            + AND
                            + "(其)?(产生)?(的)?(主要)?(原因|成因|根源|分析|原因分析)?" + AND + "(" + NEXT + "?(的)?(有关|相关|工作|政策)?(" + MEND
                            + "|改进|工作)?(的)?" + REMEDY
                            + "?)?"),
            new HeadingRule(
                    SectionRole.REMEDIES,
                    MEND_SIGNS,
                    "施议见策措向法路算划排况及和与、,暨",
                    SUBJECT + "(拟|采取|的)*(" + NEXT + ")?(拟|采取|的)*(" + MEND + AND + ")+(工作|管理)?(的)?(" + REMEDY + AND
                            + ")+(情况)?"),
            new HeadingRule(
                    SectionRole.REMEDIES,
                    NEXT_SIGNS + "建对",
                    "",
                    NEXT + "(的|拟|采取|加强)*(重点)?(工作|改进|整改)?(的)?(" + REMEDY + AND
                            + ")*|(主要|有关|相关|政策|工作|对策|意见|的|及|和|与|、)*(建议|对策)"),
            new HeadingRule(
                    SectionRole.REMEDIES,
                    "因",
                    "施议见策措向法路算划排",
                    "(偏离绩效目标|未完成绩效目标)(的)?原因" + AND + NEXT + "?" + MEND + REMEDY),
            new HeadingRule(
                    SectionRole.CAUSES,
                    "因源",
                    "因源的析明",
                    SUBJECT
                            + "(存在|产生|偏离|未完成|未达到|未达成)?(绩效目标|目标|指标|偏差)?(问题)?(的)?(产生)?(的)?(主要)?(原因|成因|根源)(的)?(分析|剖析)?(及说明)?"),
            new HeadingRule(
                    SectionRole.EXPERIENCE,
                    "验法亮特",
                    "验法点色型效例示的及和与、,暨",
                    SUBJECT + "(典型|成功|好的|亮点|工作|有益)?(经验|做法|亮点|特色)" + AND + "(的)?(经验|做法|亮点|特色|典型|成效|案例|启示)?"));

    /// Head words, most specific first.
    private static final List<HeadingRule> HEAD = List.of(
            new HeadingRule(SectionRole.OTHER, "说附", "", "(其他|其它)需?要?说明的?(情况|事项|问题)?$|^(附件|附表)"),
            new HeadingRule(
                    SectionRole.RESULT_USE,
                    "",
                    "用开况划",
                    "结果(的)?(拟)?(应用|运用|公开|使用)(和公开|及公开|与公开)?(情况|计划)?$|(应用|运用)(和|及|与)公开(情况)?$"),
            new HeadingRule(
                    SectionRole.REMEDIES,
                    MEND_SIGNS + NEXT_SIGNS,
                    "",
                    "(" + MEND + "|" + NEXT + ".{0,6})(的)?" + REMEDY + "$|^" + NEXT + ".{0,8}$"),
            new HeadingRule(
                    SectionRole.PROBLEMS,
                    LACK_SIGNS,
                    "",
                    "(存在|发现|面临)(着|的)?(主要|一些|突出|共性)?(的)?" + LACK + ".{0,12}$|" + LACK + AND + "(原因|成因|根源|对策|建议)(分析)?$"),
            new HeadingRule(SectionRole.CAUSES, "因", "因析", "(偏差|偏离|未完成|未达).{0,8}原因(分析)?$|原因(分析|剖析)$"),
            new HeadingRule(SectionRole.SUPERVISION, "监审巡检", "查理况作", "(监督检查|监督管理|(监督|监管|监控|审计|巡察|检查)(整改)?情况)(情况|工作)?$"),
            new HeadingRule(SectionRole.ASSETS, "产", "", "资产(的)?(管理|配置|使用|处置|清查|购置|状况|占用)*(情况|工作)?$"),
            new HeadingRule(
                    SectionRole.BUDGET,
                    "基本公算支收金费款",
                    "",
                    "(政府性基金|国有资本|社会保险基金|社保基金|三公|三公经费).{0,14}$|(预算|决算|收支|支出|收入|资金|经费|财政拨款|\"三公\"经费|“三公”经费)(的)?(安排|基本|执行|编制|使用|落实|到位|拨付|管理|构成|总体|完成|总额|用途|收支|支出|收入|预算|决算|调整|及|和|与|、)*(情况|总额|用途|说明|分析|进度|规模|结构|明细|总表)*$"),
            new HeadingRule(
                    SectionRole.PERFORMANCE,
                    "效评绩果产满目任指职",
                    "",
                    "绩效.{0,10}(情况|分析|结论|目的|过程|指标|目标|评价|自评|结果|管理|方法|依据|得分|综述|开展)$|(评价|自评)(工作)?(结论|结果|情况|得分|分析|综述|目的|过程|依据|方法|原则|指标体系|结论综述)(及.{0,10})?$|(成效|成绩|成果|效果|效益|产出|满意度)(情况|指标|分析|分析情况|完成情况)?$|(目标|任务|指标|职责|履职)(的)?(完成|实现|达成|履行|落实|效能)(程度)?(情况)?(分析)?$|综合评价(分析)?$"),
            new HeadingRule(SectionRole.EXPERIENCE, "验法亮", "验法点结绍况", "(经验|做法|亮点)(总结|介绍|情况)?$"),
            new HeadingRule(
                    SectionRole.OVERVIEW,
                    "",
                    "况述介息成置构制能责务点作景据",
                    "(概况|概述|简介|基本情况|基本信息|总体情况|机构情况|人员情况|编制情况|单位构成|部门构成|机构设置|内设机构|组织架构|人员编制|(职能|职责)(职责|任务|职能)?(情况|概况|概述)?|工作要点|重点工作(任务)?|年度工作任务|立项(背景|依据|情况)|实施背景|(机构|人员|编制).{0,8}(情况|构成))$"),
            new HeadingRule(
                    SectionRole.PROJECT,
                    "",
                    "织施理项标收进展况",
                    "项目.{0,8}(组织|实施|管理|立项|招投标|验收|组织实施|组织管理|推进|进展)(情况)?$|组织实施(情况|管理)?$|(组织|实施)管理(情况)?$"));

    /// Words anywhere in a heading of the first level.
    private static final List<HeadingRule> HINT = List.of(
            new HeadingRule(SectionRole.RESULT_USE, "果", "", "结果.{0,3}(应用|运用)"),
            new HeadingRule(SectionRole.PROBLEMS, LACK_SIGNS, "", "存在.{0,6}" + LACK + "|" + LACK + "(及|和|与)(原因|建议|对策)"),
            new HeadingRule(SectionRole.REMEDIES, MEND_SIGNS + NEXT_SIGNS, "", MEND + REMEDY + "|^" + NEXT),
            new HeadingRule(SectionRole.ASSETS, "产", "", "资产管理|资产配置"),
            new HeadingRule(SectionRole.PERFORMANCE, "效评", "", "绩效|成效|评价"),
            new HeadingRule(SectionRole.PROJECT, "项", "", "项目(组织|实施|管理)"),
            new HeadingRule(SectionRole.BUDGET, "算支金费", "", "预算|支出|收支|决算|资金|经费"),
            new HeadingRule(SectionRole.OVERVIEW, "概基职机", "", "概况|基本情况|职能|职责|机构"),
            new HeadingRule(SectionRole.EXPERIENCE, "验法", "", "经验|做法"),
            new HeadingRule(SectionRole.REMEDIES, "", "划算", "(计划|打算)$"));

    private static final Endings TITLE_END = Endings.of(
            "情况 概况 简介 职责 职能 设置 构成 组成 编制 概述 综述 结论 要点 目的 过程 成效 成果 成绩 做法 经验 问题 不足 原因 措施 建议 打算 用途 支出 收入 预算 决算 总额 管理 说明 应用 公开 分析 目标 指标 工作");
    private static final Endings NARROW_TITLE_END =
            Endings.of("情况 概况 概述 简介 职责 职能 设置 构成 编制 要点 机构 人员 人员数 架构 任务 目标 预算 项目支出 基本支出 总额 措施 问题 原因 建议 分析 管理");
    private static final Set<String> DUTY = Set.of(
            "负责 承担 承办 贯彻 组织 指导 协调 拟订 拟定 起草 研究 监督 综合 协同 掌握 完成 制定 督促 受理 代表 依法 参与 统筹 会同 配合 牵头 宣传 执行 编制 检查 处理".split(" "));
    private static final Endings FORM_LEAD = Endings.of("其中 包括 如下 分别是 分别为 主要是 具体为 具体包括");

    /// All rules in the order in which they are tried.
    static final List<HeadingRule> RULES =
            Stream.of(WHOLE, HEAD, HINT).flatMap(List::stream).toList();

    private static final HeadingGlance GLANCE = new HeadingGlance(RULES);
    private static final int LONGEST_WHOLE = 40;

    /// What the heading says, if anything.
    static Optional<Reading> read(String heading) {
        String words = plain(heading);
        for (long left = GLANCE.at(words); left != 0; left &= left - 1) {
            int rule = Long.numberOfTrailingZeros(left);
            if (holds(rule, words)) {
                return Optional.of(new Reading(RULES.get(rule).role(), plainness(rule)));
            }
        }
        return Optional.empty();
    }

    /// Whether the words keep the rule at this place of [#RULES].
    static boolean holds(int rule, String words) {
        Matcher matcher = RULES.get(rule).pattern().matcher(words);
        return rule < WHOLE.size() ? words.length() <= LONGEST_WHOLE && matcher.matches() : matcher.find();
    }

    private static Plainness plainness(int rule) {
        if (rule < WHOLE.size()) {
            return Plainness.WHOLE;
        }
        return rule < WHOLE.size() + HEAD.size() ? Plainness.HEAD : Plainness.HINT;
    }

    /// The role of a section, given what its heading says and the role of the section around it.
    static SectionRole role(Optional<Reading> reading, Optional<SectionRole> around) {
        if (around.isEmpty()) {
            return reading.map(Reading::role).orElse(SectionRole.OTHER);
        }
        SectionRole outer = around.get();
        return reading.filter(it -> outranks(it.plainness(), outer))
                .map(Reading::role)
                .orElse(outer);
    }

    /// Items under problems and remedies speak of money and projects and stay what they are.
    private static boolean outranks(Plainness plainness, SectionRole outer) {
        return switch (outer) {
            case PROBLEMS, CAUSES, REMEDIES, RESULT_USE -> plainness == Plainness.WHOLE;
            case OTHER, OVERVIEW, BUDGET, PROJECT, ASSETS, SUPERVISION, PERFORMANCE, EXPERIENCE ->
                plainness != Plainness.HINT;
        };
    }

    /// Whether a line that opens with a numbering ends as titles do.
    static boolean endsAsTitle(String words) {
        if (words.isEmpty() || words.length() > 30) {
            return false;
        }
        char last = words.charAt(words.length() - 1);
        return TITLE_END.end(words, last == '。' || last == ':' ? words.length() - 1 : words.length());
    }

    /// Whether the words can only be a title: `机构设置及单位构成`, but not `协调全市信访工作`.
    static boolean isPlainTitle(String words) {
        return words.length() <= 22 && NARROW_TITLE_END.end(words, words.length()) && !isDuty(words);
    }

    /// Whether the words open like a duty or a task: `负责…`, `承办…`.
    static boolean isDuty(String words) {
        return words.length() >= 2 && DUTY.contains(words.substring(0, 2));
    }

    /// Whether the words only lead to a list: `主要包括`.
    static boolean isLead(String words) {
        return FORM_LEAD.end(words, words.length());
    }

    /// Whether a line without any numbering can open a section.
    static boolean isChapter(String heading) {
        String words = plain(heading);
        return words.length() <= 18
                && words.length() >= 2
                && CHAPTER_ENDS.indexOf(words.charAt(words.length() - 1)) >= 0
                && read(words)
                        .filter(it -> it.plainness() == Plainness.WHOLE
                                || it.plainness() == Plainness.HEAD
                                        && CHAPTER.matcher(words).matches())
                        .isPresent();
    }

    /// What such a line can end with; most short lines are cells of tables and need no second look.
    private static final String CHAPTER_ENDS = "题足板项难节战距处因源析剖明议见施策举措向法路算划排案况做色点型例示发效果用开论成绩件表释";

    private static final Pattern CHAPTER = Pattern.compile(
            "(部门|单位|项目|预算单位)?(基本|概)(情况|况)|(部门|单位|项目)概况|(部门)?整体支出(绩效)?情况|(部门|项目)(组织)?(实施|管理)情况|(绩效)?(评价|自评)结论|资产管理情况|监督检查情况|(部门)?预算(编制|执行|收支)?情况|(主要|工作)成效");

    private static String plain(String heading) {
        int end = heading.length();
        while (end > 0 && "。:;,.、 ".indexOf(heading.charAt(end - 1)) >= 0) {
            end--;
        }
        return heading.substring(0, end).replace(" ", "");
    }
}
