package gewu.workbench.command;

import gewu.api.WorkbenchException;
import gewu.api.plugin.Extension;
import gewu.api.plugin.PluginFault;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Output;
import gewu.workbench.json.JsonLines;
import gewu.workbench.terminal.Terminal;
import gewu.workbench.terminal.TerminalOutput;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Understands a call, opens as much of the house as it needs, and turns whatever happens into an answer and an exit
/// status: 0 done, 1 some items failed, 2 wrong usage, 3 the workspace can't be used.
public final class FrontDoor {
    private static final Logger LOG = Logger.getLogger(FrontDoor.class.getName());
    private static final int SOME_FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int UNUSABLE = 3;

    private final Function<GlobalOptions, Doors> houses;
    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final Path home;
    private final String locale;
    private final String version;
    private final Interruption interruption;

    /// @param houses  leads to the house of a workspace
    /// @param out     UTF-8
    /// @param home    the person's home folder
    /// @param locale  the language of the environment, such as `zh_CN.UTF-8`
    public FrontDoor(
            Function<GlobalOptions, Doors> houses,
            PrintStream out,
            PrintStream err,
            Terminal terminal,
            Path home,
            String locale,
            String version,
            Interruption interruption) {
        this.houses = houses;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.home = home;
        this.locale = locale;
        this.version = version;
        this.interruption = interruption;
    }

    /// Answers one call.
    ///
    /// @return the exit status
    public int answer(List<String> words) {
        GlobalOptions options;
        try {
            options = GlobalOptions.of(words, home, locale);
        } catch (WorkbenchException refused) {
            return tell(refused, UnaryOperator.identity());
        }
        Locale.setDefault(Locale.of(options.language()));
        try (Doors house = houses.apply(options)) {
            return answerOrTell(asHelp(words), options, house);
        } catch (WorkbenchException refused) {
            return tell(refused, UnaryOperator.identity());
        } catch (PluginFault fault) {
            LOG.log(Level.WARNING, fault.getMessage(), fault);
            return tell(
                    String.valueOf(fault.getMessage()),
                    Words.PLUGIN.in(options.language(), fault.plugin()),
                    SOME_FAILED);
        } catch (CancellationException cancelled) {
            return tell(Words.CANCELLED.in(options.language()), Words.AGAIN.in(options.language()), SOME_FAILED);
        } catch (OutOfMemoryError full) {
            return tell(Words.NO_ROOM.in(options.language()), Words.MORE_ROOM.in(options.language()), SOME_FAILED);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError unexpected) {
            LOG.log(Level.SEVERE, "gewu " + String.join(" ", words), unexpected);
            return tell(
                    Words.UNEXPECTED.in(options.language(), oneLine(unexpected)),
                    Words.SEE_LOG.in(options.language(), options.log()),
                    SOME_FAILED);
        } finally {
            out.flush();
        }
    }

    private int answerOrTell(List<String> words, GlobalOptions options, Doors house) throws Exception {
        try {
            return answer(words, options, house);
        } catch (WorkbenchException refused) {
            return tell(refused, english -> house.label(english).in(options.language()));
        }
    }

    private int answer(List<String> words, GlobalOptions options, Doors house) throws Exception {
        CommandTree tree = new CommandTree(house.extensions(), options.language());
        CommandLine parser = tree.parser(terminal.columns());
        ParseResult call;
        try {
            call = parser.parseArgs(words.toArray(String[]::new));
        } catch (ParameterException misunderstood) {
            return tell(Misreading.of(misunderstood, tree, options.language()), UnaryOperator.identity());
        }
        ParseResult last = call.hasSubcommand() ? call.subcommand() : call;
        if (call.isVersionHelpRequested()) {
            out.println("gewu " + version);
            return 0;
        }
        if (!call.hasSubcommand() && !call.unmatched().isEmpty()) {
            return tell(
                    Misreading.of(new UnmatchedArgumentException(parser, call.unmatched()), tree, options.language()),
                    UnaryOperator.identity());
        }
        if (last.isUsageHelpRequested() || call.isUsageHelpRequested()) {
            last.commandSpec().commandLine().usage(out, ansi());
            return 0;
        }
        if (!call.hasSubcommand()) {
            parser.usage(err, CommandLine.Help.Ansi.OFF);
            return tell(
                    Words.NO_COMMAND.in(options.language()),
                    Words.SEE_HELP.in(options.language(), "gewu"),
                    WRONG_USAGE);
        }
        Extension<Command> command = tree.commandOf(last);
        Doors.Access access = tree.accessOf(last, command);
        if (access != Doors.Access.NONE) {
            house.enter(access);
            interruption.watch(house.jobs());
        }
        boolean isJson = CommandTree.isGiven(call, "--json");
        return run(command, tree.callOf(last, command), isJson, options, house);
    }

    private int run(Extension<Command> command, CommandCall call, boolean isJson, GlobalOptions options, Doors house)
            throws Exception {
        if (isJson) {
            Output output = new JsonLines(out, err, new TerminalOutput.Silent(interruption::isWished));
            return command.instance().run(call, output).status();
        }
        TerminalOutput output = new TerminalOutput(
                out,
                err,
                terminal,
                options.language(),
                english -> house.label(english).in(options.language()),
                interruption::isWished);
        try {
            return command.instance().run(call, output).status();
        } finally {
            output.clear();
        }
    }

    /// `gewu help search` means `gewu search --help`.
    private static List<String> asHelp(List<String> words) {
        if (words.isEmpty() || !words.getFirst().equals("help")) {
            return words;
        }
        List<String> asked = new ArrayList<>(words.subList(1, words.size()));
        asked.add("--help");
        return asked;
    }

    /// @param said says an English sentence in the language of the call
    private int tell(WorkbenchException refused, UnaryOperator<String> said) {
        int status = switch (refused.kind()) {
            case ITEM -> SOME_FAILED;
            case USAGE -> WRONG_USAGE;
            case WORKSPACE -> UNUSABLE;
        };
        if (refused.getCause() != null) {
            LOG.log(Level.FINE, refused.getMessage(), refused);
        }
        return tell(said.apply(String.valueOf(refused.getMessage())), said.apply(refused.remedy()), status);
    }

    private int tell(String message, String remedy, int status) {
        out.flush();
        Stream.of(message, remedy).filter(line -> !line.isBlank()).forEach(err::println);
        err.flush();
        return status;
    }

    private CommandLine.Help.Ansi ansi() {
        return terminal.hasColours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
    }

    private static String oneLine(Throwable thrown) {
        String message = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        return message == null
                ? name
                : name + ": " + message.lines().findFirst().orElse("");
    }
}
