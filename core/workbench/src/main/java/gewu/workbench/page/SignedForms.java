package gewu.workbench.page;

import gewu.api.plugin.Extensions;
import gewu.api.workbench.Command;
import gewu.api.workbench.Panel;
import gewu.workbench.command.CommandTerms;
import java.util.Optional;

/// Where people log in, everybody acts under his own name: forms do not ask who acts. Safe for all threads.
final class SignedForms {
    private final Extensions extensions;

    SignedForms(Extensions extensions) {
        this.extensions = extensions;
    }

    /// The panel as the person fills it in.
    Panel of(Panel panel, Ask ask) {
        return ask.person().name().isEmpty() ? panel : signed(panel);
    }

    private Panel signed(Panel panel) {
        return switch (panel) {
            case Panel.Form form -> signed(form);
            case Panel.Advice(var typed, var words, var steps, var ways) ->
                new Panel.Advice(typed, words, steps.stream().map(this::signed).toList(), ways);
            default -> panel.withParts(this::signed);
        };
    }

    private Panel.Form signed(Panel.Form form) {
        Optional<String> who =
                extensions.find(Command.class, form.command()).flatMap(it -> new CommandTerms(it).personOption());
        return who.isEmpty()
                ? form
                : new Panel.Form(
                        form.title(),
                        form.command(),
                        form.arguments(),
                        form.options(),
                        form.fields().stream()
                                .filter(it -> !it.name().equals(who.get()))
                                .toList(),
                        form.submit());
    }
}
