package gewu.compare;

import gewu.api.job.Progress;
import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.YearRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// What the map of boilerplate says, with the words that prove it; reports are read one at a time, and only those that
/// are shown.
final class Boilerplate {
    private static final int LOOKED_THROUGH = 10;
    private static final int PARTNERS = 5;

    private final Reports reports;
    private final SheetTable table;

    Boilerplate(Reports reports, Sheets sheets) {
        this.reports = reports;
        this.table = sheets.table();
    }

    /// What somebody wants to know; reports of all are always compared.
    ///
    /// @param report words that mean the one report that is asked about; empty for all
    /// @param org    part of the name of the organisations that are told about; empty for all
    /// @param years  of the reports that are told about
    record Question(String report, String org, YearRange years) {
        boolean isTold(SheetTable.Head head) {
            ReportFacts facts = head.facts();
            return facts.org().contains(org)
                    && (years.first() == 0 || facts.year() >= years.first())
                    && (years.last() == 0 || facts.year() <= years.last());
        }
    }

    /// The answer.
    ///
    /// @param report the one report that was asked about, if there is one
    /// @param shares the most copied first
    /// @param copied in the order of reports, those of other organisations before those of the same
    record Findings(
            CopyMap map,
            List<CopyMap.Share> shares,
            List<CopyMap.Copied> copied,
            List<Carried> carried,
            Optional<Longest> longest) {
        Findings {
            shares = List.copyOf(shares);
            copied = List.copyOf(copied);
            carried = List.copyOf(carried);
        }
    }

    /// The longest run of words that was found in two reports.
    record Longest(SheetTable.Head mine, SheetTable.Head its, RunFinder.Run run) {}

    Findings find(Question question, Progress progress) {
        Optional<ReportSummary> one =
                question.report().isBlank() ? Optional.empty() : Optional.of(reports.named(question.report()));
        CopyMap map = CopyMap.of(table, reports, one.map(ReportSummary::id), progress);
        Predicate<SheetTable.Head> isTold =
                head -> one.map(it -> it.id().equals(head.report())).orElseGet(() -> question.isTold(head));
        List<CopyMap.Share> shares =
                map.shares().stream().filter(it -> isTold.test(it.head())).toList();
        List<CopyMap.Copied> copied = map.copied().stream()
                .filter(it -> isTold.test(it.head()))
                .sorted(Comparator.comparing(CopyMap.Copied::isOwn))
                .toList();
        List<Carried> carried = new ArrayList<>();
        List<CopyMap.Suspect> suspects =
                map.suspects().stream().filter(it -> isTold.test(it.head())).toList();
        new CarriedCheck(reports).check(suspects, carried::add);
        carried.sort(Comparator.comparing((Carried it) -> it.head().report())
                .thenComparing(Carried::paragraph)
                .thenComparing(Carried::kind));
        return new Findings(map, shares, copied, carried, longest(map, shares));
    }

    /// Looks for the longest shared run in the most copied reports.
    private Optional<Longest> longest(CopyMap map, List<CopyMap.Share> shares) {
        Optional<Longest> best = Optional.empty();
        for (CopyMap.Share share : shares.subList(0, Math.min(LOOKED_THROUGH, shares.size()))) {
            List<SheetTable.Head> partners = map.partners(share.head(), PARTNERS);
            Optional<RunFinder> finder = partners.isEmpty()
                    ? Optional.empty()
                    : reports.find(share.head().report()).map(RunFinder::new);
            for (SheetTable.Head partner : partners) {
                Optional<Longest> found = finder.flatMap(it -> reports.find(partner.report())
                        .flatMap(it::longest)
                        .map(run -> new Longest(share.head(), partner, run)));
                int longest = best.map(it -> it.run().words()).orElse(0);
                best = found.filter(it -> it.run().words() > longest).isPresent() ? found : best;
            }
        }
        return best;
    }

    /// Hands over each of these paragraphs with its words; each report is read once if its paragraphs come together.
    void read(List<CopyMap.Copied> copied, BiConsumer<CopyMap.Copied, Wording> each) {
        Optional<Report> report = Optional.empty();
        for (CopyMap.Copied one : copied) {
            if (report.filter(it -> it.id().equals(one.head().report())).isEmpty()) {
                report = reports.find(one.head().report());
            }
            report.filter(it -> one.paragraph() <= it.paragraphs().size()).ifPresent(it -> {
                Paragraph paragraph = it.paragraphs().get(one.paragraph() - 1);
                each.accept(one, Wording.of(it, paragraph));
            });
        }
    }

    /// The words of a sentence, as they stand in the source text; empty if the report has just changed.
    String words(CopyMap.Spread spread) {
        return reports.find(spread.head().report())
                .filter(it -> spread.sentence().end() <= it.text().length())
                .map(it -> it.clean(new Paragraph(
                                1,
                                1,
                                0,
                                spread.sentence().start(),
                                spread.sentence().end()))
                        .text())
                .orElse("");
    }

    /// The marks on the sentences of a paragraph that stand elsewhere too.
    static List<Mark> marks(List<CopyMap.Elsewhere> elsewhere, int paragraph) {
        return elsewhere.stream()
                .filter(it -> it.sentence().paragraph() == paragraph)
                .map(it -> new Mark(it.sentence().start(), it.sentence().end()))
                .toList();
    }
}
