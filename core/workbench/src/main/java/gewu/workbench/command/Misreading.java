package gewu.workbench.command;

import gewu.api.WorkbenchException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is off in a call that can't be understood, and what to write instead.
final class Misreading {
    private Misreading() {}

    static WorkbenchException of(ParameterException misunderstood, CommandTree tree, String language) {
        String command = misunderstood.getCommandLine().getCommandSpec().qualifiedName();
        String help = Words.SEE_HELP.in(language, command);
        return switch (misunderstood) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, tree, language, help);
            case MissingParameterException missing ->
                usage(
                        Words.MISSING.in(
                                language,
                                missing.getMissing().stream()
                                        .map(CommandLine.Model.ArgSpec::paramLabel)
                                        .distinct()
                                        .collect(Collectors.joining(" "))),
                        help);
            default -> usage(String.valueOf(misunderstood.getMessage()), help);
        };
    }

    private static WorkbenchException unmatched(
            UnmatchedArgumentException unmatched, CommandTree tree, String language, String help) {
        String word = unmatched.getUnmatched().getFirst();
        boolean isRoot = unmatched.getCommandLine().getParent() == null;
        if (word.startsWith("-")) {
            List<String> known = unmatched.getCommandLine().getCommandSpec().options().stream()
                    .map(CommandLine.Model.OptionSpec::longestName)
                    .toList();
            // One dash before a word of the question: the person meant to leave that word out.
            String advice = isRoot || word.startsWith("--") ? nearest(word, known, language) : Words.DASH.in(language);
            return usage(Words.NO_SUCH_OPTION.in(language, word), advice + " " + help);
        }
        if (isRoot) {
            return usage(Words.NO_SUCH_COMMAND.in(language, word), nearest(word, tree.names(), language));
        }
        return usage(Words.TOO_MANY.in(language, word), Words.QUOTE.in(language) + " " + help);
    }

    private static String nearest(String word, List<String> known, String language) {
        return NearestName.of(word, known)
                .map(name -> Words.NEAREST.in(language, name))
                .orElseGet(() -> Words.KNOWN.in(language, String.join(", ", known)));
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
