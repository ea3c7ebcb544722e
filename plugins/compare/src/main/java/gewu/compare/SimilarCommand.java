package gewu.compare;

import gewu.api.WorkbenchException;
import gewu.api.report.Reports;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import java.util.Optional;

/// `gewu similar`: paragraphs of other reports that say nearly the same.
final class SimilarCommand implements Command {
    private static final int FOR_PEOPLE = 10;
    private static final int FOR_PROGRAMS = 1_000;
    private static final double THOUSAND = 1_000;

    private final Sheets sheets;
    private final Similarities similarities;

    SimilarCommand(Reports reports, Sheets sheets) {
        this.sheets = sheets;
        this.similarities = new Similarities(reports, sheets);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        String words = call.option("--words").orElse("");
        String report = String.join("", call.arguments());
        if (report.isBlank() == words.isBlank()) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    report.isBlank() ? "Nothing says what to look for." : "Both a report and --words were given.",
                    "Name a report, with --paragraph N for one of its paragraphs, or give --words.");
        }
        Similarities.Question question = new Similarities.Question(
                report,
                call.number("--paragraph", 0),
                words,
                call.number("--least", Similarities.LEAST),
                Math.max(1, call.number("--limit", output.isJson() ? FOR_PROGRAMS : FOR_PEOPLE)));
        Optional<Sheets.Missing> missing = sheets.catchUp(output.progress());
        Similarities.Answers answers = similarities.answer(question);
        if (output.isJson()) {
            missing.ifPresent(it -> output.note(it.changes() + " reports are not counted yet."));
            answers.list().forEach(answer -> answer.found().forEach(it -> output.row(row(it))));
        } else {
            output.show(Similarities.panel(question, answers, missing));
        }
        return Exit.DONE;
    }

    private static DataRow row(SimilarFinder.Similar similar) {
        Difference difference = Difference.of(similar.asked(), similar.found());
        return DataRow.of("similar")
                .with("likeness", Math.round(similar.likeness() * THOUSAND) / THOUSAND)
                .with("change", DifferencePanels.id(difference.kind()))
                .with("asked", Places.side(similar.asked()))
                .with("found", Places.side(similar.found()))
                .with("difference", Places.spans(difference));
    }
}
