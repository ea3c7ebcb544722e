package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.job.Progress;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a command says, in words that are fit for callers over the network: sentences, remarks and values pass through
/// `plain`. Used by one thread.
record PlainOutput(Output output, UnaryOperator<String> plain) implements Output {
    @Override
    public boolean isJson() {
        return output.isJson();
    }

    @Override
    public String language() {
        return output.language();
    }

    @Override
    public void row(DataRow row) {
        DataRow told = DataRow.of(row.type());
        for (Map.Entry<String, @Nullable Object> value : row.values().entrySet()) {
            told = told.with(
                    value.getKey(), value.getValue() instanceof String words ? plain(words) : value.getValue());
        }
        output.row(told);
    }

    @Override
    public void show(Panel panel) {
        output.show(plain(panel));
    }

    @Override
    public void note(String text) {
        output.note(plain(text));
    }

    @Override
    public Progress progress() {
        return output.progress();
    }

    private Panel plain(Panel panel) {
        return switch (panel) {
            case Panel.Text(Label words) -> new Panel.Text(plain(words));
            case Panel.Advice(var typed, var words, var steps, var ways) ->
                new Panel.Advice(plain(typed), plain(words), steps, ways);
            default -> panel.withParts(this::plain);
        };
    }

    private Label plain(Label words) {
        return new Label(plain(words.zh()), plain(words.en()));
    }

    private String plain(String words) {
        return plain.apply(words);
    }
}
