package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.Wording;
import gewu.api.WorkbenchException;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Panel;
import gewu.workbench.command.Calls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs the commands that forms fill in. The words of a call come from the form: each field `argument` is a word behind
/// the command, each that begins with `--` an option. Safe for all threads.
final class CommandDesk {
    /// The field of a form that holds words behind the command.
    static final String ARGUMENT = "argument";

    private final Calls calls;
    private final Rights rights;
    private final Wording wording;

    CommandDesk(Extensions extensions, Rights rights, Wording wording) {
        this.calls = new Calls(extensions);
        this.rights = rights;
        this.wording = wording;
    }

    /// Runs the command and returns what it shows.
    ///
    /// @param command its id
    /// @throws WorkbenchException if the person may not, the words can't be understood, or the command refuses
    Panel run(String command, Ask ask) {
        Calls.Understood understood = calls.read(command, arguments(ask), options(ask), ask.language());
        Calls.Understood allowed = rights.allowed(understood, ask);
        ShownPanels shown = new ShownPanels(ask.language());
        try {
            allowed.command().instance().run(allowed.call(), shown);
        } catch (WorkbenchException refused) {
            throw new WorkbenchException(
                    refused.kind(),
                    said(String.valueOf(refused.getMessage()), ask),
                    said(refused.remedy(), ask),
                    refused);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(over);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        return shown.isEmpty() ? new Panel.Text(new Label("完成。", "Done.")) : shown.panel();
    }

    private String said(String english, Ask ask) {
        return wording.label(english).in(ask.language());
    }

    private static List<String> arguments(Ask ask) {
        return ask.fields().getOrDefault(ARGUMENT, List.of()).stream()
                .filter(it -> !it.isBlank())
                .toList();
    }

    private static Map<String, List<String>> options(Ask ask) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        ask.fields().forEach((name, values) -> {
            List<String> given = values.stream().filter(it -> !it.isBlank()).toList();
            if (name.startsWith("--") && !given.isEmpty()) {
                options.put(name, given);
            }
        });
        for (Upload upload : ask.uploads()) {
            if (upload.field().startsWith("--")) {
                options.computeIfAbsent(upload.field(), _ -> new ArrayList<>())
                        .add(upload.file().toString());
            }
        }
        return options;
    }
}
