package gewu.metrics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a column of a table holds, as its name says.
///
/// @param name its name, without the unit in brackets
/// @param year the year that the name gives, or empty
/// @param unit as the name gives it in brackets, or empty
record Column(Kind kind, String name, String year, String unit) {
    private static final Pattern UNIT = Pattern.compile("\\((?:单位[::])?(?<unit>[^()]{1,6})\\)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?<year>(?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern SERIAL = Pattern.compile("序号|编号|行次|栏次|序");
    private static final Pattern OF_UNIT = Pattern.compile("(?:计量|度量|指标)?单位");
    private static final Pattern LABEL =
            Pattern.compile(".*(?:项目|指标|名称|科目|类别|类型|渠道|内容|事项|分类|级次|方式|[一二三四]级|单位|部门|地区|区域|领域|栏目|年份|年度|月份)$");
    private static final Pattern TARGET = Pattern.compile(".*(?:目标值|指标值|计划值|标准值|目标|计划数|控制数|任务数|年初设定|预期值)$");
    private static final Pattern DONE = Pattern.compile(".*(?:完成值|完成情况|完成数|实际值|实际数|实现值|实际完成|完成|实绩|实际)$");
    private static final Pattern FULL = Pattern.compile(".*(?:分值|满分|标准分|权重分|权重)$");
    private static final Pattern SCORE = Pattern.compile(".*(?:得分|评分|自评分|打分|分数|扣分)$");
    private static final Pattern RATE = Pattern.compile(".*(?:执行率|完成率|支付率|使用率|完成预算|执行进度|完成比例)%?$");
    private static final Pattern SHARE = Pattern.compile(".*(?:占比|比重|比例|占总.*|构成)%?$");
    private static final Pattern CHANGE_RATE =
            Pattern.compile(".*(?:(?:增减|增长|增|减|变动|升降|变化|增幅|下降|减少|上升)(?:率|幅度|幅|%|比例)|同比|增幅|降幅|环比|增长)%?$");
    private static final Pattern CHANGE = Pattern.compile(".*(?:增减|增减额|增减数|变动|变动额|差额|增加额|减少额|增减变化|增加|减少)$");
    private static final Pattern BEFORE = Pattern.compile(".*(?:上年|去年|上期|年初数|期初|上一年|同期).*");
    private static final Pattern MONEY = Pattern.compile(".*(?:预算|决算|执行|支出|金额|资金|收入|安排|拨款|调整|追加|结余|结转).*");
    private static final Pattern COUNT = Pattern.compile(".*(?:件数|件次|批次|人次|人数|数量|数|件|批|人|本年|本期|合计|总计|今年|小计|值)$");

    /// What stands below a name.
    enum Kind {
        SERIAL,
        LABEL,
        UNIT,
        TARGET,
        DONE,
        FULL,
        SCORE,
        MONEY,
        RATE,
        SHARE,
        CHANGE,
        CHANGE_RATE,
        LEVEL,
        OTHER;

        boolean isValue() {
            return this != SERIAL && this != LABEL && this != UNIT && this != OTHER;
        }
    }

    static Column named(String words) {
        Matcher unit = UNIT.matcher(words);
        String name = unit.replaceAll("").replace(" ", "");
        Matcher year = YEAR.matcher(name);
        return new Column(
                kindOf(name),
                name,
                year.find() ? year.group("year") : "",
                unit.reset().find() ? unit.group("unit") : "");
    }

    private static Kind kindOf(String name) {
        if (SERIAL.matcher(name).matches()) {
            return Kind.SERIAL;
        }
        if (OF_UNIT.matcher(name).matches()) {
            return Kind.UNIT;
        }
        if (SCORE.matcher(name).matches()) {
            return Kind.SCORE;
        }
        if (FULL.matcher(name).matches()) {
            return Kind.FULL;
        }
        if (TARGET.matcher(name).matches()) {
            return Kind.TARGET;
        }
        if (CHANGE_RATE.matcher(name).matches()) {
            return Kind.CHANGE_RATE;
        }
        if (CHANGE.matcher(name).matches()) {
            return Kind.CHANGE;
        }
        if (RATE.matcher(name).matches()) {
            return Kind.RATE;
        }
        if (SHARE.matcher(name).matches()) {
            return Kind.SHARE;
        }
        if (LABEL.matcher(name).matches()) {
            return Kind.LABEL;
        }
        if (DONE.matcher(name).matches()) {
            return Kind.DONE;
        }
        if (MONEY.matcher(name).matches()) {
            return Kind.MONEY;
        }
        boolean counts = COUNT.matcher(name).matches() || BEFORE.matcher(name).matches();
        return counts || YEAR.matcher(name).find() ? Kind.LEVEL : Kind.OTHER;
    }

    /// Whether the name gives the period before: 上年决算数.
    boolean isBefore() {
        return BEFORE.matcher(name).matches() && kind != Kind.CHANGE && kind != Kind.CHANGE_RATE;
    }
}
