package gewu.kernel.report;

import gewu.api.report.Fact;

/// What a rule of a folder says about one fact of a report.
///
/// @param value checked, as it is kept
/// @param rule  the rules file and the line, such as `/报告/gewu-rules.txt:3`
public record RuleWord(Fact.Field field, String value, String rule) {}
