package gewu.workbench.command;

import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// The command line as the manifests declare it. Making it, parsing a call and printing help load no plugin class.
final class CommandTree {
    private final List<Extension<Command>> commands;
    private final String language;

    CommandTree(Extensions registry, String language) {
        this.commands = registry.of(Command.class);
        this.language = language;
    }

    /// A parser that knows every command.
    CommandLine parser(int columns) {
        CommandSpec root = CommandSpec.create().name("gewu");
        root.usageMessage()
                .header(text(Words.TAGLINE))
                .customSynopsis("gewu [--workspace DIR] [--json] " + text(Words.COMMAND) + " …")
                .footer(escaped(text(Words.MORE)));
        root.addOption(global("--workspace", Words.WORKSPACE)
                .type(String.class)
                .arity("1")
                .paramLabel("DIR")
                .build());
        root.addOption(global("--lang", Words.LANG)
                .type(String.class)
                .arity("1")
                .paramLabel("zh|en")
                .build());
        root.addOption(global("--json", Words.JSON).build());
        root.addOption(global("--safe", Words.SAFE).build());
        root.addOption(global("--help", Words.HELP, "-h").usageHelp(true).build());
        root.addOption(OptionSpec.builder("--version", "-V")
                .versionHelp(true)
                .description(text(Words.VERSION))
                .build());
        dress(root, columns);
        for (Extension<Command> command : commands) {
            root.addSubcommand(command.id(), dress(spec(command), columns));
        }
        CommandLine parser = new CommandLine(root);
        parser.setExpandAtFiles(false);
        parser.setPosixClusteredShortOptionsAllowed(false);
        parser.setInterpolateVariables(false);
        parser.setOverwrittenOptionsAllowed(true);
        return parser;
    }

    /// The names of all commands, as listed.
    List<String> names() {
        return commands.stream().map(Extension::id).toList();
    }

    /// The contribution behind a parsed call.
    Extension<Command> commandOf(ParseResult call) {
        String name = call.commandSpec().name();
        return commands.stream()
                .filter(command -> command.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("“" + name + "” was parsed, yet nobody contributes it."));
    }

    /// The words of a parsed call, as its command asked for them.
    CommandCall callOf(ParseResult call, Extension<Command> command) {
        List<String> arguments = call.matchedPositionals().stream()
                .distinct()
                .flatMap(positional -> positional.stringValues().stream())
                .toList();
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (Extension.Element element : command.elements()) {
            String name = element.attributes().getOrDefault("name", "");
            if (element.name().equals("option") && call.hasMatchedOption(name)) {
                boolean isSwitch = element.attribute("value").isEmpty();
                options.put(
                        name, isSwitch ? List.of() : call.matchedOption(name).stringValues());
            }
        }
        return new CommandCall(arguments, options);
    }

    /// What a call needs of the workspace: what its command needs, and what the options and words given need on top.
    Doors.Access accessOf(ParseResult call, Extension<Command> command) {
        Stream<String> ofOptions = command.elements().stream()
                .filter(it -> it.name().equals("option"))
                .filter(it -> call.hasMatchedOption(it.attributes().getOrDefault("name", "")))
                .flatMap(it -> it.attribute("access").stream());
        Stream<String> ofWords = writes(callOf(call, command).arguments(), command) ? Stream.of("write") : Stream.of();
        return Stream.of(Stream.of(command.attributes().getOrDefault("access", "write")), ofOptions, ofWords)
                .flatMap(it -> it)
                .map(Doors.Access::named)
                .max(Comparator.naturalOrder())
                .orElse(Doors.Access.WRITE);
    }

    /// Whether a word stands where its argument says that it writes, as in `gewu versions accept`.
    private static boolean writes(List<String> words, Extension<Command> command) {
        List<Extension.Element> arguments = command.elements().stream()
                .filter(it -> it.name().equals("argument"))
                .toList();
        for (int i = 0; i < Math.min(words.size(), arguments.size()); i++) {
            String writing = arguments.get(i).attribute("writes").orElse("");
            if (Stream.of(writing.split(" ")).map(CommandTree::plain).anyMatch(plain(words.get(i))::equals)) {
                return true;
            }
        }
        return false;
    }

    /// However a word is written, it is not to be taken for one that only reads.
    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    private CommandSpec spec(Extension<Command> command) {
        CommandSpec spec = CommandSpec.create().name(command.id());
        spec.usageMessage().description(escaped(command.title().in(language)));
        List<PositionalParamSpec> positionals = new ArrayList<>();
        for (Extension.Element element : command.elements()) {
            if (element.name().equals("option")) {
                spec.addOption(option(element));
            } else if (element.name().equals("argument")) {
                positionals.add(positional(element, positionals.size()));
            }
        }
        positionals.forEach(spec::addPositional);
        spec.usageMessage().customSynopsis(escaped(synopsis(command.id(), positionals)));
        spec.usageMessage().footer(examples(command));
        return spec;
    }

    /// Each call on a line of its own, what it is for below.
    private String[] examples(Extension<Command> command) {
        List<String> lines = new ArrayList<>();
        for (Extension.Element element : command.elements()) {
            if (element.name().equals("example")) {
                if (lines.isEmpty()) {
                    lines.add("");
                    lines.add(escaped(text(Words.EXAMPLES)));
                }
                lines.add(escaped("  gewu " + element.attributes().getOrDefault("call", "")));
                lines.add(escaped("      " + element.title().in(language)));
            }
        }
        return lines.toArray(String[]::new);
    }

    /// How a call is written; the options stand below it, one a line.
    private String synopsis(String command, List<PositionalParamSpec> positionals) {
        StringBuilder words = new StringBuilder("gewu " + command + " " + text(Words.SOME_OPTIONS));
        for (PositionalParamSpec positional : positionals) {
            String name = positional.paramLabel() + (positional.arity().isVariable() ? "…" : "");
            words.append(' ').append(positional.required() ? name : "[" + name + "]");
        }
        return words.toString();
    }

    private OptionSpec option(Extension.Element element) {
        OptionSpec.Builder option = OptionSpec.builder(element.attributes().getOrDefault("name", ""))
                .description(escaped(element.title().in(language)));
        element.attribute("value")
                .ifPresentOrElse(
                        value -> option.type(List.class)
                                .auxiliaryTypes(String.class)
                                .arity("1")
                                .paramLabel(value),
                        () -> option.type(boolean.class).arity("0"));
        return option.build();
    }

    private PositionalParamSpec positional(Extension.Element element, int index) {
        boolean isRequired = !"false".equals(element.attributes().get("required"));
        boolean isMany = "true".equals(element.attributes().get("many"));
        return PositionalParamSpec.builder()
                .index(isMany ? index + "..*" : String.valueOf(index))
                .arity((isRequired ? "1" : "0") + (isMany ? "..*" : isRequired ? "" : "..1"))
                .required(isRequired)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(element.attributes().getOrDefault("name", ""))
                .description(escaped(element.title().in(language)))
                .build();
    }

    private OptionSpec.Builder global(String name, Words words, String... others) {
        List<String> names = new ArrayList<>(List.of(others));
        names.add(name);
        return OptionSpec.builder(names.toArray(String[]::new))
                .scopeType(ScopeType.INHERIT)
                .description(escaped(text(words)));
    }

    private CommandSpec dress(CommandSpec spec, int columns) {
        spec.usageMessage()
                .width(Math.max(columns, 60))
                .synopsisHeading(text(Words.USAGE))
                .commandListHeading(text(Words.COMMANDS))
                .parameterListHeading(text(Words.ARGUMENTS))
                .optionListHeading(text(Words.OPTIONS))
                .sortOptions(false);
        return spec;
    }

    private String text(Words words) {
        return words.in(language);
    }

    /// Help texts are format strings to the parser; a manifest's per cent sign is none.
    private static String escaped(String text) {
        return text.replace("%n", "\n").replace("%", "%%").replace("\n", "%n");
    }

    static boolean isGiven(ParseResult call, String option) {
        ParseResult at = call;
        while (true) {
            if (at.hasMatchedOption(option)) {
                return true;
            }
            if (!at.hasSubcommand()) {
                return false;
            }
            at = at.subcommand();
        }
    }
}
