package gewu.search;

import gewu.api.Label;
import gewu.api.search.ReportSearch;
import gewu.api.search.Suggestion;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.List;
import java.util.Locale;

/// `gewu suggest WORD`: what may be meant by the beginning of a word, or by an organisation's pinyin initials.
final class SuggestCommand implements Command {
    private static final int MOST = 20;

    private final ReportSearch search;

    SuggestCommand(ReportSearch search) {
        this.search = search;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        List<Suggestion> all = search.suggest(String.join(" ", call.arguments()), call.number("--limit", MOST));
        all.forEach(it -> output.row(DataRow.of("suggestion")
                .with("words", it.words())
                .with("kind", it.kind().name().toLowerCase(Locale.ROOT))
                .with("count", it.count())));
        output.show(
                all.isEmpty()
                        ? new Panel.Text(new Label("没有可建议的词。", "Nothing to suggest."))
                        : new Panel.Table(
                                Label.same(""),
                                List.of(
                                        Panel.Column.text("词", "Words"),
                                        Panel.Column.text("是什么", "What it is"),
                                        Panel.Column.number("次数", "Count")),
                                all.stream()
                                        .map(it -> Panel.Row.of(it.words(), named(it.kind()), it.count()))
                                        .toList()));
        return Exit.DONE;
    }

    private static Label named(Suggestion.Kind kind) {
        return switch (kind) {
            case ORGANISATION -> new Label("单位（份报告）", "organisation (reports)");
            case HEADING -> new Label("标题（段）", "heading (paragraphs)");
            case INDICATOR -> new Label("指标（处）", "indicator (places)");
            case WORD -> new Label("常用词（段）", "word (paragraphs)");
        };
    }
}
