package gewu.workbench.command;

import gewu.api.WorkbenchException;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Understands calls that come from elsewhere than a terminal by the same rules, and refuses them in the same words.
/// Safe for all threads.
public final class Calls {
    private static final int COLUMNS = 80;

    private final Extensions extensions;

    public Calls(Extensions extensions) {
        this.extensions = extensions;
    }

    /// Understands a call.
    ///
    /// @param arguments the words behind the command
    /// @param options   by name, such as `--year`; of a switch the values are not looked at
    /// @throws WorkbenchException if it can't be understood, in the language asked for
    public Understood read(String command, List<String> arguments, Map<String, List<String>> options, String language) {
        CommandTree tree = new CommandTree(extensions, language);
        CommandLine parser = tree.parser(COLUMNS);
        refuseUnknown(command, options.keySet(), parser, tree, language);
        List<String> words = new ArrayList<>(List.of(command));
        options.forEach((name, values) -> words.addAll(written(command, name, values)));
        // Behind this a word that begins with a dash is a word.
        words.add("--");
        words.addAll(arguments);
        try {
            ParseResult call = parser.parseArgs(words.toArray(String[]::new));
            if (!call.hasSubcommand()) {
                throw new UnmatchedArgumentException(parser, List.of(command));
            }
            ParseResult last = call.subcommand();
            Extension<Command> meant = tree.commandOf(last);
            return new Understood(meant, tree.callOf(last, meant), tree.accessOf(last, meant) == Doors.Access.WRITE);
        } catch (ParameterException misunderstood) {
            throw Misreading.of(misunderstood, tree, language);
        }
    }

    /// Names come from afar: one that holds more than the name of an option of this command is none.
    private void refuseUnknown(
            String command, Set<String> options, CommandLine parser, CommandTree tree, String language) {
        CommandLine own = parser.getSubcommands().get(command);
        if (own == null) {
            throw Misreading.of(new UnmatchedArgumentException(parser, List.of(command)), tree, language);
        }
        CommandTerms terms =
                new CommandTerms(extensions.find(Command.class, command).orElseThrow());
        options.stream().filter(it -> terms.option(it).isEmpty()).findFirst().ifPresent(it -> {
            throw Misreading.of(new UnmatchedArgumentException(own, List.of(it)), tree, language);
        });
    }

    private List<String> written(String command, String name, List<String> values) {
        boolean isSwitch = extensions.find(Command.class, command).stream()
                .flatMap(it -> it.elements().stream())
                .filter(it -> it.name().equals("option"))
                .filter(it -> it.attribute("name").orElse("").equals(name))
                .anyMatch(it -> it.attribute("value").isEmpty());
        return isSwitch
                ? List.of(name)
                : values.stream().map(it -> name + "=" + it).toList();
    }

    /// A call that can be run.
    ///
    /// @param writes whether it changes the workspace
    public record Understood(Extension<Command> command, CommandCall call, boolean writes) {}
}
