package gewu.workbench.command;

import gewu.api.plugin.Extension;
import gewu.api.workbench.Command;
import java.util.List;
import java.util.Optional;

/// What a command's manifest says to those who call it from elsewhere than a terminal: who may, and which words name
/// files.
public record CommandTerms(Extension<Command> command) {
    /// What a word is to the disk.
    public enum FileUse {
        NONE,
        /// A file that is read.
        IN,
        /// A file that is read, or standard input if there is none.
        STDIN,
        /// A file that is written.
        OUT
    }

    /// Whether it can be called in a terminal only.
    public boolean isForTerminalsOnly() {
        return isTrue(command.attribute("terminal"));
    }

    /// What somebody has to be, such as `supervisor`.
    public String least(boolean writes) {
        return writes
                ? command.attribute("standing").orElse("administrator")
                : command.attribute("readers").orElse("researcher");
    }

    /// The option that says who acts.
    public Optional<String> personOption() {
        return options().stream()
                .filter(it -> isTrue(it.attribute("person")))
                .flatMap(it -> it.attribute("name").stream())
                .findFirst();
    }

    public List<Extension.Element> options() {
        return elements("option");
    }

    public List<Extension.Element> arguments() {
        return elements("argument");
    }

    public Optional<Extension.Element> option(String name) {
        return options().stream()
                .filter(it -> it.attribute("name").orElse("").equals(name))
                .findFirst();
    }

    public boolean isForTerminalsOnly(String option) {
        return option(option).filter(it -> isTrue(it.attribute("terminal"))).isPresent();
    }

    /// What the option's value is to the disk.
    public FileUse useOf(String option) {
        return option(option).map(CommandTerms::use).orElse(FileUse.NONE);
    }

    /// What the word at `place` is to the disk.
    ///
    /// @param first the first word behind the command; empty if there is none
    public FileUse useOf(int place, String first) {
        List<Extension.Element> arguments = arguments();
        if (arguments.isEmpty()) {
            return FileUse.NONE;
        }
        Extension.Element argument = arguments.get(Math.min(place, arguments.size() - 1));
        String after = argument.attribute("file-after").orElse("");
        return after.isEmpty() || List.of(after.split(" ")).contains(first) ? use(argument) : FileUse.NONE;
    }

    /// Whether words alone would make it read standard input.
    public boolean readsStandardInput() {
        return arguments().stream().anyMatch(it -> use(it) == FileUse.STDIN);
    }

    private static FileUse use(Extension.Element element) {
        return switch (element.attribute("file").orElse("")) {
            case "in" -> FileUse.IN;
            case "stdin" -> FileUse.STDIN;
            case "out" -> FileUse.OUT;
            default -> FileUse.NONE;
        };
    }

    private List<Extension.Element> elements(String name) {
        return command.elements().stream().filter(it -> it.name().equals(name)).toList();
    }

    private static boolean isTrue(Optional<String> attribute) {
        return attribute.filter("true"::equals).isPresent();
    }
}
