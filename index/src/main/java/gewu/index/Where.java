package gewu.index;

import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import gewu.api.report.YearRange;

/// A condition on the report or the section in which a paragraph stands; nothing is marked for it. Immutable.
sealed interface Where extends Question {
    /// @param id of the one report
    record OfReport(String id) implements Where {}

    /// @param part of the organisation's name
    record Org(String part) implements Where {}

    /// @param part of the region's name
    record Region(String part) implements Where {}

    /// @param part of the report's title
    record Title(String part) implements Where {}

    /// @param part of a heading above the paragraph
    record Heading(String part) implements Where, VerifiedQuery.Check {
        @Override
        public String field() {
            return Fields.PATH;
        }

        @Override
        public boolean holds(String path) {
            return path.lines().anyMatch(heading -> SearchText.of(heading).find(part, 0) >= 0);
        }
    }

    record Years(YearRange range) implements Where {}

    record Kind(ReportKind kind) implements Where {}

    record Role(SectionRole role) implements Where {}

    /// In the language of questions.
    default String written() {
        return switch (this) {
            case OfReport(var id) -> "report:" + id;
            case Org(var part) -> "org:" + part;
            case Region(var part) -> "region:" + part;
            case Title(var part) -> "title:" + part;
            case Heading(var part) -> "section:" + part;
            case Years(var range) -> "year:" + range;
            case Kind(var kind) -> "kind:" + kind.label().zh();
            case Role(var role) -> "role:" + role.label().zh();
        };
    }
}
