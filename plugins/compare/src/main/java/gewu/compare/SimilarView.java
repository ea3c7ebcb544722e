package gewu.compare;

import gewu.api.Label;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.Map;
import java.util.Optional;

/// Paragraphs of other reports that say nearly the same, as a panel.
final class SimilarView implements View {
    private static final int FOUND = 20;
    private static final int FOUND_OF_EACH = 3;
    private static final int PARAGRAPHS = 12;
    private static final int MOST_FOUND = 200;

    private final Sheets sheets;
    private final Similarities similarities;

    SimilarView(Reports reports, Sheets sheets) {
        this.sheets = sheets;
        this.similarities = new Similarities(reports, sheets);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        Asked asked = new Asked(parameters);
        if (asked.words("report").isEmpty() && asked.words("words").isEmpty()) {
            return new Panel.Text(
                    new Label("写一份报告和段号，或贴一段文字。", "Give a report and a paragraph's number, or paste some words."));
        }
        int paragraph = asked.number("paragraph", 0);
        boolean isWhole = paragraph == 0 && !asked.words("report").isEmpty();
        Similarities.Question question = new Similarities.Question(
                asked.words("report"),
                paragraph,
                asked.words("words"),
                asked.number("least", Similarities.LEAST),
                Math.clamp(asked.number("limit", isWhole ? FOUND_OF_EACH : FOUND), 1, MOST_FOUND),
                new Similarities.Part(Math.max(1, asked.number("from", 1)), PARAGRAPHS));
        Optional<Sheets.Missing> missing = sheets.catchUpIfFew();
        return Similarities.panel(question, similarities.answer(question), missing);
    }
}
