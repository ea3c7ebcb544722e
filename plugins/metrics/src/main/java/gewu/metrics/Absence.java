package gewu.metrics;

import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a report says there is none of.
///
/// @param indicator as worded
record Absence(String indicator, Passage passage) {
    private static final Pattern NONE_OF = Pattern.compile("(?:没有发生|没有出现|未发生|未出现|没有|未安排|未组织)(?:任何|一起)?"
            + "(?<what>[^,。;:()、“”\"]{2,24}?(?:收入|支出|事件|事故|单位|情况|信息|结转|采购|团组|费用|经费|问题))(?=[,。;、)]|$)");
    private static final Pattern NO_SUCH = Pattern.compile("^(?:无此类情况|无此情况|无)[。;]?$");

    static List<Absence> in(Report report) {
        List<Absence> all = new ArrayList<>();
        for (Paragraph paragraph : report.paragraphs()) {
            CleanText clean = report.clean(paragraph);
            Matcher it = NONE_OF.matcher(clean.text());
            while (it.find()) {
                all.add(new Absence(
                        it.group("what"), report.passage(clean.sourceStart(it.start()), clean.sourceEnd(it.end()))));
            }
            List<Section> path = report.path(paragraph);
            if (!path.isEmpty() && NO_SUCH.matcher(clean.text()).matches()) {
                all.add(new Absence(path.getLast().heading(), report.passage(paragraph.start(), paragraph.end())));
            }
        }
        return List.copyOf(all);
    }
}
