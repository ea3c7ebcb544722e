package gewu.compare;

import gewu.api.WorkbenchException;
import gewu.api.report.Report;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.SectionRole;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sets the reports of a line-up side by side, couple by couple; two of them are in memory at a time.
final class SideBySide {
    private final Reports reports;

    SideBySide(Reports reports) {
        this.reports = reports;
    }

    /// Two reports and their sections.
    ///
    /// @param sections where none has the wanted one, empty
    record Aligned(Report before, Report after, List<Alignment.Matched> sections) {
        Aligned {
            sections = List.copyOf(sections);
        }

        long count(Difference.Kind kind) {
            return rows().filter(it -> it instanceof Alignment.Row.Both both
                            && both.difference().kind() == kind)
                    .count();
        }

        long gone() {
            return rows().filter(Alignment.Row.Gone.class::isInstance).count();
        }

        long added() {
            return rows().filter(Alignment.Row.New.class::isInstance).count();
        }

        long moved() {
            return rows().filter(Alignment.Row.Moved.class::isInstance).count();
        }

        private Stream<Alignment.Row> rows() {
            return sections.stream().flatMap(it -> it.rows().stream());
        }
    }

    /// Hands over couple after couple.
    ///
    /// @param section a role or words of a heading; empty for whole reports
    /// @throws WorkbenchException if no report of the line-up has such a section
    void align(Lineup lineup, String section, Consumer<Aligned> each) {
        boolean isFound = section.isBlank();
        for (Lineup.Couple couple : lineup.couples()) {
            Report before = report(couple.before());
            Report after = report(couple.after());
            List<Block> mine = section.isBlank() ? Block.all(before) : Block.named(before, section);
            List<Block> its = section.isBlank() ? Block.all(after) : Block.named(after, section);
            isFound |= !mine.isEmpty() || !its.isEmpty();
            each.accept(new Aligned(before, after, Alignment.of(mine, its, !section.isBlank())));
        }
        if (!isFound) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "None of these reports has a section “" + section + "”.",
                    "Write part of a heading (gewu outline REPORT shows them) or one of " + roles() + ".");
        }
    }

    private static String roles() {
        return Stream.of(SectionRole.values()).map(it -> it.label().zh()).collect(Collectors.joining(", "));
    }

    private Report report(ReportSummary summary) {
        return reports.find(summary.id())
                .orElseThrow(() -> new WorkbenchException(
                        "The report " + summary.id() + " has just been taken away.", "Ask again."));
    }
}
