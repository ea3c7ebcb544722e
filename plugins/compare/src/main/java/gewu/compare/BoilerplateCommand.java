package gewu.compare;

import gewu.api.WorkbenchException;
import gewu.api.report.Passage;
import gewu.api.report.Reports;
import gewu.api.report.YearRange;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `gewu boilerplate`: which sentences stand where, how much of each report is copied, and what was carried over.
final class BoilerplateCommand implements Command {
    private static final int FOR_PEOPLE = 10;
    private static final double TEN_THOUSAND = 10_000;

    private final Sheets sheets;
    private final Boilerplate boilerplate;
    private final BoilerplatePanels panels;

    BoilerplateCommand(Reports reports, Sheets sheets) {
        this.sheets = sheets;
        this.boilerplate = new Boilerplate(reports, sheets);
        this.panels = new BoilerplatePanels(boilerplate);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        Boilerplate.Question question = new Boilerplate.Question(
                String.join("", call.arguments()),
                call.option("--org").orElse(""),
                years(call.option("--year").orElse("")));
        Optional<Sheets.Missing> missing = sheets.catchUp(output.progress());
        Boilerplate.Findings found = boilerplate.find(question, output.progress());
        if (output.isJson()) {
            missing.ifPresent(it -> output.note(it.changes() + " reports are not counted yet."));
            write(found, output);
        } else {
            output.show(panels.of(question, found, missing, call.number("--limit", FOR_PEOPLE)));
        }
        return Exit.DONE;
    }

    static YearRange years(String words) {
        if (words.isBlank()) {
            return new YearRange(0, 0);
        }
        YearRange range = YearRange.read(words)
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "“" + words + "” is no year or range of years.",
                        "Write it like 2021, 2020..2022, 2020.. or ..2022."));
        return range.isBackwards() ? range.turned() : range;
    }

    private void write(Boilerplate.Findings found, Output output) {
        found.carried().forEach(it -> output.row(carried(it)));
        found.shares().forEach(it -> output.row(share(it)));
        Set<Place> named = new HashSet<>();
        found.carried().forEach(it -> named.add(new Place(it.head().report(), it.paragraph())));
        boilerplate.read(found.copied(), (copied, wording) -> {
            boolean isNamed = named.contains(new Place(copied.head().report(), copied.paragraph()));
            output.row(copied(copied, wording).with("direction", isNamed || copied.isLater() ? "known" : "guess"));
        });
        found.map().sentences().forEach(it -> output.row(sentence(it)));
        found.longest().ifPresent(it -> output.row(longest(it)));
        output.row(DataRow.of("total")
                .with("reports", found.map().reports())
                .with("sentences", found.map().sharedSentences())
                .with("copied", found.copied().size())
                .with("carried", found.carried().size()));
    }

    /// A paragraph; what was carried over in it tells whose it was.
    private record Place(String report, int paragraph) {}

    private static DataRow carried(Carried carried) {
        return Places.facts(DataRow.of("carried"), carried.head())
                .with("kind", carried.kind().id())
                .with("paragraph", carried.paragraph())
                .with("page", carried.passage().page())
                .with("start", carried.passage().start())
                .with("end", carried.passage().end())
                .with("text", carried.passage().text())
                .with("sentence", carried.sentence().text())
                .with("sentence_span", span(carried.sentence()))
                .with("from_report", carried.from().report())
                .with("direction", "known")
                .with("from_paragraph", carried.fromParagraph())
                .with("from_span", span(carried.pattern()))
                .with("from_sentence", carried.pattern().text());
    }

    private static DataRow share(CopyMap.Share share) {
        return Places.facts(DataRow.of("share"), share.head())
                .with("words", share.words())
                .with("others_exactly", share.otherExactly())
                .with("others_figures", share.otherFigures())
                .with("own_exactly", share.ownExactly())
                .with("own_figures", share.ownFigures())
                .with("others", rounded(share.other()))
                .with("own", rounded(share.own()))
                .with("signal", share.isSignal());
    }

    private static DataRow copied(CopyMap.Copied copied, Wording wording) {
        return Places.facts(DataRow.of("copied"), copied.head())
                .with("paragraph", copied.paragraph())
                .with("page", wording.paragraph().page())
                .with("start", wording.paragraph().start())
                .with("end", wording.paragraph().end())
                .with("text", wording.text())
                .with("how", copied.exactly() == copied.words() ? "exact" : "figures")
                .with("words", copied.words())
                .with("words_exactly", copied.exactly())
                .with("from_report", copied.from().report())
                .with("scope", copied.isOwn() ? "own" : "other");
    }

    private DataRow sentence(CopyMap.Spread spread) {
        return DataRow.of("sentence")
                .with("reports", spread.reports())
                .with("orgs", spread.orgs())
                .with("years", spread.years())
                .with("first_year", spread.firstYear())
                .with("last_year", spread.lastYear())
                .with("same_figures", spread.exactly())
                .with("report", spread.head().report())
                .with("paragraph", spread.sentence().paragraph())
                .with("start", spread.sentence().start())
                .with("end", spread.sentence().end())
                .with("words", spread.sentence().words())
                .with("text", boilerplate.words(spread));
    }

    private static DataRow longest(Boilerplate.Longest longest) {
        Passage mine = longest.run().mine();
        Passage its = longest.run().its();
        return DataRow.of("run")
                .with("words", longest.run().words())
                .with("report", longest.mine().report())
                .with("page", mine.page())
                .with("start", mine.start())
                .with("end", mine.end())
                .with("text", mine.text())
                .with("other_report", longest.its().report())
                .with("other_page", its.page())
                .with("other_start", its.start())
                .with("other_end", its.end());
    }

    private static List<Integer> span(Passage passage) {
        return List.of(passage.start(), passage.end());
    }

    private static double rounded(double share) {
        return Math.round(share * TEN_THOUSAND) / TEN_THOUSAND;
    }
}
