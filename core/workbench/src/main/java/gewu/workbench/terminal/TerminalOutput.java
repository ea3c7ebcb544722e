package gewu.workbench.terminal;

import gewu.api.job.Progress;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.io.PrintStream;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/// Answers a person at a terminal or in a pipe.
public final class TerminalOutput implements Output {
    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;
    private final PanelText text;
    private final String language;
    private final UnaryOperator<String> said;

    /// @param said      says an English remark in the language of the call
    /// @param cancelled whether the person wants the command to end
    public TerminalOutput(
            PrintStream out,
            PrintStream err,
            Terminal terminal,
            String language,
            UnaryOperator<String> said,
            BooleanSupplier cancelled) {
        this.out = out;
        this.err = err;
        this.text = new PanelText(terminal, language);
        this.language = language;
        this.said = said;
        this.progress = terminal.isErrorScreen()
                ? new ProgressBar(err, terminal.columns(), System::nanoTime, cancelled)
                : new Silent(cancelled);
    }

    @Override
    public boolean isJson() {
        return false;
    }

    @Override
    public String language() {
        return language;
    }

    @Override
    public void row(DataRow row) {
        // People read panels.
    }

    @Override
    public void show(Panel panel) {
        clear();
        text.lines(panel).forEach(out::println);
        out.flush();
    }

    @Override
    public void note(String words) {
        clear();
        err.println(said.apply(words));
    }

    @Override
    public Progress progress() {
        return progress;
    }

    /// Takes the bar away; the command has ended.
    public void clear() {
        if (progress instanceof ProgressBar bar) {
            bar.clear();
        }
    }

    /// Progress nobody sees, which can be cancelled all the same.
    ///
    /// @param cancelled whether the person wants the command to end
    public record Silent(BooleanSupplier cancelled) implements Progress {
        @Override
        public void total(long steps) {
            // Nobody watches.
        }

        @Override
        public void step(String what) {
            // Nobody watches.
        }

        @Override
        public boolean isCancelled() {
            return cancelled.getAsBoolean();
        }
    }
}
