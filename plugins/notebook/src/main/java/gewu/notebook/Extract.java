package gewu.notebook;

import gewu.api.workbench.DataRow;
import java.util.List;
import java.util.stream.Stream;

/// One line of what is taken out of the notebook, the same for notes, tags, frozen passages and alerts.
///
/// @param number of the note, the tag or the passage
/// @param kind   what it is, in Chinese
/// @param remark the note, the tag's name; empty for a passage
/// @param year   0 when unknown
/// @param words  the passage's source words
/// @param state  where it stands now; empty where nobody looked
/// @param date   the day it was written down, such as `2024-05-01`
record Extract(
        long number,
        String kind,
        String remark,
        String report,
        String title,
        String org,
        int year,
        String section,
        int page,
        int paragraph,
        String words,
        String state,
        String anchor,
        String date) {
    static final List<String> HEAD =
            List.of("编号", "类别", "内容", "报告", "标题", "单位", "年度", "章节", "页", "段", "原文", "现状", "定位码", "日期");

    static Extract of(long number, String kind, String remark, Kept kept, String state, String date) {
        return new Extract(
                number,
                kind,
                remark,
                kept.anchor().report(),
                kept.title(),
                kept.org(),
                kept.year(),
                kept.section(),
                kept.page(),
                kept.paragraph(),
                kept.words(),
                state,
                kept.anchor().toString(),
                date);
    }

    /// In the order of [#HEAD].
    List<String> cells() {
        return Stream.of(
                        number,
                        kind,
                        remark,
                        report,
                        title,
                        org,
                        year == 0 ? "" : year,
                        section,
                        page,
                        paragraph,
                        words,
                        state,
                        anchor,
                        date)
                .map(String::valueOf)
                .toList();
    }

    /// The place and the words of a kept paragraph, for programs.
    static DataRow row(DataRow row, Kept kept) {
        return row.with("report", kept.anchor().report())
                .with("title", kept.title())
                .with("org", kept.org())
                .with("year", kept.year())
                .with("section", kept.section())
                .with("page", kept.page())
                .with("paragraph", kept.paragraph())
                .with("text", kept.words())
                .with(
                        "marks",
                        kept.marks().stream()
                                .map(it -> List.of(it.start(), it.end()))
                                .toList())
                .with("anchor", kept.anchor().toString());
    }
}
