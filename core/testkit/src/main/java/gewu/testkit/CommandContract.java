package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Command] that answers a question must do. Extend it in the command's own package and add cases of your
/// own.
public abstract class CommandContract {
    /// The command under test.
    protected abstract Command command();

    /// A call that it answers.
    protected CommandCall call() {
        return new CommandCall(List.of(), Map.of());
    }

    @Test
    void givesRowsToProgramsWithSnakeCaseNames() throws Exception {
        RecordedOutput output = RecordedOutput.json();
        command().run(call(), output);

        assertThat(output.rows()).isNotEmpty();
        for (DataRow row : output.rows()) {
            assertThat(row.type()).matches("[a-z][a-z0-9_]*");
            row.values().forEach((name, value) -> {
                assertThat(name).matches("[a-z][a-z0-9_]*");
                isPlain(value);
            });
        }
    }

    @Test
    void showsPanelsToPeople() throws Exception {
        RecordedOutput output = RecordedOutput.people();
        command().run(call(), output);

        assertThat(output.panels()).isNotEmpty();
        output.panels().forEach(PanelRules::hold);
    }

    private static void isPlain(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case List<?> list -> list.forEach(CommandContract::isPlain);
            case Map<?, ?> map -> {
                assertThat(map.keySet()).allMatch(String.class::isInstance);
                map.values().forEach(CommandContract::isPlain);
            }
            default -> assertThat(value).isInstanceOfAny(String.class, Number.class, Boolean.class);
        }
    }
}
