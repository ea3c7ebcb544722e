package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Check.Severity;
import gewu.api.metric.Check.Verdict;
import gewu.metrics.audit.Judged.Mode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The things that are listed in front of a number, against that number: 办公室、督查科、接访科等三个科室.
final class CountRule implements Rule {
    private static final Pattern LINK = Pattern.compile("(?<and>等)?[,，]?(?<all>全部为正科级|共计|合计|总计|共有|一共|总共|共)?(?:有|为)?$");
    private static final Pattern LEAD =
            Pattern.compile(".*(?:内设机构包括|内设机构有|内设有|内设|下设|设有|设立|设置|包括|分别是|分别为|名称是|先后对|依法对|对|有|是|为|:)", Pattern.DOTALL);
    private static final Pattern OPENER = Pattern.compile("\\([^()]*\\)");
    private static final Set<String> THINGS = Set.of("个", "名", "人", "家", "项", "位", "类", "处", "所");
    private static final int MOST = 60;

    @Override
    public List<Check> apply(Worksheet sheet) {
        List<Check> checks = new ArrayList<>();
        for (Figure it : sheet.figures().all()) {
            if (it.isCount()
                    && it.isExact()
                    && it.isLevel()
                    && THINGS.contains(it.metric().amountUnit())) {
                check(sheet, it, checks);
            }
        }
        return checks;
    }

    private static void check(Worksheet sheet, Figure count, List<Check> checks) {
        String before = OPENER.matcher(sheet.figures().before(count, 400)).replaceAll("");
        Matcher link = LINK.matcher(before);
        if (!link.find() || (link.group("and") == null && link.group("all") == null)) {
            return;
        }
        String list = before.substring(0, link.start());
        list = list.endsWith(",") ? list.substring(0, list.length() - 1) : list;
        int first = list.indexOf('、');
        if (first < 0) {
            return;
        }
        int clause = list.lastIndexOf(',');
        if (clause > first) {
            return;
        }
        String items = list.substring(clause + 1);
        Matcher lead = LEAD.matcher(items.substring(0, items.indexOf('、')));
        int begin = lead.find() ? lead.end() : 0;
        String[] parts = items.substring(begin).split("、");
        int listed = parts.length;
        if (listed < 2 || listed > MOST) {
            return;
        }
        int joined = listed + (parts[listed - 1].matches(".+(?:和|及|以及|与).+") ? 1 : 0);
        int stated = count.amount().min(BigDecimal.valueOf(10_000)).intValue();
        boolean isFine = stated == listed || stated == joined;
        boolean mayBeMore = link.group("and") != null && stated > joined;
        boolean isNames = begin > 0 || stated == listed;
        if (!isFine && (!isNames || (!mayBeMore && !isPlausible(listed, stated)))) {
            return;
        }
        Judged judged = isFine ? new Judged(Verdict.HOLDS, Mode.EXACT) : new Judged(Verdict.NOT_DECIDABLE, Mode.OFF);
        Label wording = isFine
                ? new Label("列出 " + stated + " 个，与{0}相符。", stated + " are listed: {0} holds.")
                : new Label(
                        "列出 " + listed + " 个，写的是{0}；列举可能不全或有合写，无法判断。",
                        listed
                                + " are listed, but {0}; the list may leave some out or name two as one, so that it can't be decided.");
        checks.add(Draft.plain(
                Check.Kind.COUNT_LIST,
                judged.verdict(),
                isFine ? Severity.NONE : Severity.WARN,
                String.valueOf(isFine ? stated : listed),
                String.valueOf(isFine ? stated : listed),
                String.valueOf(stated),
                List.of(count),
                wording));
    }

    /// Only a slip of a few is worth a word; else the list is of other things.
    private static boolean isPlausible(int listed, int stated) {
        return Math.abs(listed - stated) <= 2;
    }
}
