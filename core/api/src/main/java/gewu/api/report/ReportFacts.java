package gewu.api.report;

import gewu.api.Label;

/// Who reports, about which year, and what kind of report it is. Read from the text; a person's word overrides.
///
/// @param title  the report's title in one line
/// @param org    the organisation as it names itself; empty when unknown
/// @param region the region as written, such as `长沙市`; empty when unknown
/// @param year   the year reported on, not the year of publication; 0 when unknown
/// @param kind   [ReportKind#OTHER] when nothing says otherwise
public record ReportFacts(String title, String org, String region, int year, ReportKind kind) {
    /// Who, when and which kind, in a few words, such as 南江市档案馆 2021 部门整体支出. The title where nobody knows who.
    public Label name() {
        return org.isBlank()
                ? Label.same(title)
                : new Label(name(kind.label().zh()), name(kind.label().en()));
    }

    private String name(String what) {
        return org + (year == 0 ? "" : " " + year) + (kind == ReportKind.OTHER ? "" : " " + what);
    }
}
