package gewu.kernel.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes reports as offices do: last year's sentences with this year's figures, or a neighbour's with one's own name.
///
/// @param org     such as `青山市档案局`
/// @param pattern offices with the same number copied from one another
public record Office(String org, int pattern) {
    private static final String[] MATTERS = {
        "档案征集", "群众来访接待", "河道整治", "农村公路养护", "义务教育保障", "食品抽检", "就业培训", "老旧小区改造", "林地管护", "水库除险", "文物修缮", "基层卫生服务",
        "人才引进", "环境监测", "法律援助", "招商洽谈", "科技普及", "退役军人安置", "残疾人康复", "政务公开", "统计调查", "地质灾害防治", "森林防火", "畜禽防疫",
        "市场监管", "安全生产检查", "燃气管网更新", "图书馆开放", "体育场馆维护", "社区养老", "困难家庭救助", "电子政务平台运维"
    };
    private static final String[] SUBJECTS = {
        "我单位", "本部门", "全系统", "机关各科室", "有关站所", "项目承担单位", "财务科", "业务科", "分管领导", "驻点工作组"
    };
    private static final String[] DEEDS = {
        "按月通报%s进度", "对%s实行清单管理", "把%s列入年度重点工作", "组织人员复核%s资料", "约谈%s进度缓慢的单位", "修订了%s资金管理办法", "抽查%s完成质量", "为%s建立台账",
        "向社会公开%s结果", "请第三方评价%s成效", "压减%s一般性开支", "整合%s零散资金", "督促%s尾款支付", "补齐%s基础资料", "培训%s经办人员", "倒排%s工期"
    };
    private static final String[] ENDS = {
        "，群众满意度有所提高",
        "，进度好于上年同期",
        "，但个别环节衔接不畅",
        "，未发生安全事故",
        "，支出进度达到序时要求",
        "，仍有少量结余需要盘活",
        "，得到上级部门肯定",
        "，效果有待进一步检验",
        "，绩效目标基本实现",
        "，指标设置还不够细化",
        "，预算执行总体平稳",
        "，资产管理更加规范",
        "",
        "，为下一步工作打下基础",
        "，矛盾化解在基层"
    };
    private static final String[] FIGURES = {
        "全年投入%s资金%d.%02d万元",
        "完成%s任务%d项，完成率%d.5%%",
        "%s共服务群众%d人次，同比增长%d.2%%",
        "%s支出%d.%02d万元，占年初预算的九成以上",
        "新建%s点位%d个，巡查%d次"
    };

    /// A whole report, about as long as short ones are.
    ///
    /// @param hasTitleYear whether the title names the year
    public String report(int year, boolean hasTitleYear) {
        return report(year, hasTitleYear, "部门整体支出", 90);
    }

    /// @param matter what the title says it is about
    String report(int year, boolean hasTitleYear, String matter, int sentences) {
        Random words = new Random(pattern * 31L + matter.hashCode());
        Random figures = new Random((org.hashCode() * 31L + year) * 31 + matter.hashCode());
        StringBuilder text = new StringBuilder(
                (hasTitleYear ? year + "年度" : "") + org + matter + "绩效自评报告\n\n一、基本情况\n" + org + "是政府工作部门，内设科室"
                        + (4 + figures.nextInt(9)) + "个，在职" + (20 + figures.nextInt(80)) + "人。" + year + "年收支预算"
                        + money(figures) + "万元，比" + (year - 1) + "年的" + money(figures) + "万元有所变化。\n");
        List<String> heads = List.of("二、预算执行情况\n", "三、主要成效\n", "四、存在的问题\n", "五、改进措施\n");
        for (int i = 0; i < sentences; i++) {
            if (i % (sentences / 4 + 1) == 0) {
                text.append(heads.get(Math.min(3, i * 4 / sentences)));
            }
            text.append(i % 3 == 0 ? figure(words, figures, year) : deed(words));
            text.append(i % 4 == 3 ? "。\n" : "。");
        }
        return text.append("\n")
                .append(org)
                .append("\n")
                .append(year + 1)
                .append("年3月12日\n")
                .toString();
    }

    private static String deed(Random words) {
        String one = SUBJECTS[words.nextInt(SUBJECTS.length)]
                + DEEDS[words.nextInt(DEEDS.length)].formatted(MATTERS[words.nextInt(MATTERS.length)]);
        return one + "，并" + DEEDS[words.nextInt(DEEDS.length)].formatted(MATTERS[words.nextInt(MATTERS.length)])
                + ENDS[words.nextInt(ENDS.length)];
    }

    private static String figure(Random words, Random figures, int year) {
        String sentence = FIGURES[words.nextInt(FIGURES.length)].formatted(
                MATTERS[words.nextInt(MATTERS.length)], 10 + figures.nextInt(900), figures.nextInt(100));
        return (words.nextInt(6) == 0 ? year + "年" : "") + sentence + ENDS[words.nextInt(ENDS.length)];
    }

    private static String money(Random figures) {
        return "%d.%02d".formatted(100 + figures.nextInt(3_000), figures.nextInt(100));
    }

    // ---- the same report again

    /// Saved by another program: other line ends, other spaces, other width of signs and digits.
    static String savedAgain(String text) {
        StringBuilder saved = new StringBuilder();
        int column = 0;
        for (char c : text.toCharArray()) {
            saved.append(c >= '0' && c <= '9' && column % 3 == 0 ? (char) (c - '0' + '０') : c == '，' ? ',' : c);
            column = c == '\n' ? 0 : column + 1;
            if (column == 38) {
                saved.append("\r\n");
                column = 0;
            }
        }
        return saved.toString();
    }

    /// Read from a scan: so many of a thousand characters are read as another.
    static String scanned(String text, int perThousand, long seed) {
        Random chance = new Random(seed);
        String others = "日曰未末己已人入土士王玉天夫大太木本0O8B1l5S千干";
        StringBuilder read = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean isWrong = Character.isLetterOrDigit(c) && chance.nextInt(1_000) < perThousand;
            read.append(isWrong ? others.charAt(chance.nextInt(others.length())) : c);
        }
        return read.toString();
    }

    /// Revised before it was sent: some sentences reworded, one dropped, some figures corrected.
    static String revised(String text, int changes, long seed) {
        Random chance = new Random(seed);
        List<String> sentences = new ArrayList<>(List.of(text.split("(?<=。)")));
        for (int i = 0; i < changes; i++) {
            int at = 2 + chance.nextInt(sentences.size() - 4);
            switch (chance.nextInt(3)) {
                case 0 -> sentences.set(at, deed(chance) + "。");
                case 1 -> sentences.set(at, sentences.get(at).replaceFirst("\\d\\d+", "77" + chance.nextInt(90)));
                default -> sentences.remove(at);
            }
        }
        return String.join("", sentences);
    }

    /// Sent once more with an annex behind it.
    static String withAnnex(String text, long seed) {
        Random chance = new Random(seed);
        StringBuilder all = new StringBuilder(text).append("附件：绩效目标完成情况说明\n");
        while (all.length() < text.length() * 3 / 2) {
            all.append(deed(chance)).append("。\n");
        }
        return all.toString();
    }
}
