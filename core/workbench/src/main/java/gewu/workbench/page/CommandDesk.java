package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.Wording;
import gewu.api.WorkbenchException;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Command;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.workbench.command.Calls;
import gewu.workbench.command.CommandTerms;
import gewu.workbench.people.Trail;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs the commands that forms fill in. The words of a call come from the form: each field `argument` is a word behind
/// the command, each that begins with `--` an option. Safe for all threads.
final class CommandDesk {
    /// The field of a form that holds words behind the command.
    static final String ARGUMENT = "argument";

    private final Extensions extensions;
    private final Calls calls;
    private final Rights rights;
    private final PageWords pageWords;
    private final Trail trail;

    CommandDesk(Extensions extensions, Rights rights, Wording wording, Trail trail) {
        this.extensions = extensions;
        this.calls = new Calls(extensions);
        this.rights = rights;
        this.pageWords = new PageWords(wording);
        this.trail = trail;
    }

    /// What a command shows.
    ///
    /// @param isDone   whether it did all that was asked; else it says what it did not
    /// @param isChange whether it was a call that changes something
    /// @param files    what it has written
    record Answer(Panel panel, boolean isDone, boolean isChange, List<Path> files) {}

    /// A call that may be run.
    record Allowed(Calls.Understood call, CallFiles files) {}

    /// Runs the command and returns what it shows.
    ///
    /// @param command its id
    /// @throws WorkbenchException if the words can't be understood, or the command refuses
    /// @throws Refused if the person may not
    Answer run(String command, Ask ask) {
        Allowed allowed = allow(command, ask);
        ShownPanels shown = new ShownPanels(ask.language(), pageWords);
        Command.Exit exit = run(allowed, shown, ask);
        Panel panel = shown.isEmpty() ? new Panel.Text(new Label("完成。", "Done.")) : shown.panel();
        return new Answer(
                panel,
                exit == Command.Exit.DONE,
                changes(allowed.call()),
                allowed.files().written());
    }

    /// Understands a call and looks whether the person may make it.
    ///
    /// @throws WorkbenchException if the words can't be understood
    /// @throws Refused if the person may not, or only a terminal can make it
    Allowed allow(String command, Ask ask) {
        Extension<Command> meant = extensions
                .find(Command.class, command)
                .orElseGet(() ->
                        calls.read(command, List.of(), Map.of(), ask.language()).command());
        CommandTerms terms = new CommandTerms(meant);
        if (terms.isForTerminalsOnly()) {
            throw new Refused(
                    403,
                    new Label("“" + command + "”只能在终端里用。", "“" + command + "” can be called in a terminal only."),
                    new Label(
                            "在服务器的终端里输入 gewu " + command + "。",
                            "Write gewu " + command + " in a terminal of the server."));
        }
        CallFiles files = CallFiles.of(terms, ask);
        Calls.Understood understood = calls.read(command, files.arguments(), files.options(), ask.language());
        if (changes(understood) && !ask.isPost()) {
            throw new Refused(
                    405,
                    new Label("这项操作会改动数据，不能用链接执行。", "This changes something; no link can do it."),
                    new Label("在页面的表单里提交。", "Send it with the form of a page."));
        }
        return new Allowed(rights.allowed(understood, ask), files);
    }

    /// Runs a call; whatever changes something is written down.
    ///
    /// @throws WorkbenchException if the command refuses
    Command.Exit run(Allowed allowed, Output output, Ask ask) {
        try {
            Command.Exit exit = allowed.call()
                    .command()
                    .instance()
                    .run(allowed.call().call(), new PlainOutput(output, allowed.files()::plain));
            note(allowed, ask, exit == Command.Exit.DONE ? Trail.Outcome.DONE : Trail.Outcome.FAILED, "");
            return exit;
        } catch (WorkbenchException refused) {
            note(allowed, ask, Trail.Outcome.FAILED, String.valueOf(refused.getMessage()));
            throw new WorkbenchException(
                    refused.kind(),
                    allowed.files().plain(String.valueOf(refused.getMessage())),
                    allowed.files().plain(refused.remedy()),
                    refused);
        } catch (RuntimeException failed) {
            note(allowed, ask, Trail.Outcome.FAILED, failed.getClass().getSimpleName());
            throw failed;
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(over);
        } catch (Exception failed) {
            note(allowed, ask, Trail.Outcome.FAILED, failed.getClass().getSimpleName());
            throw new IllegalStateException(failed);
        }
    }

    private void note(Allowed allowed, Ask ask, Trail.Outcome outcome, String reason) {
        if (changes(allowed.call())) {
            trail.write(
                    ask.person().name(),
                    ask.visit().address(),
                    allowed.call().command().id(),
                    String.join(" ", allowed.call().call().arguments()),
                    outcome,
                    reason);
        }
    }

    /// Whether the workspace is written to, or something beside it is changed, as when plugins are switched.
    private static boolean changes(Calls.Understood call) {
        return call.writes()
                || call.command().attribute("access").orElse("").equals("none")
                        && !call.call().arguments().isEmpty();
    }
}
