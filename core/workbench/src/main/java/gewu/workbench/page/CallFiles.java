package gewu.workbench.page;

import gewu.api.Label;
import gewu.workbench.command.CommandTerms;
import gewu.workbench.command.CommandTerms.FileUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The words of a call that came over the network, and its files. What the command reads came along with the call; what
/// it writes goes to a folder of its own and is handed to the caller. No word of a caller ever names a file of this
/// machine. Used by one thread.
final class CallFiles {
    private final CommandTerms terms;
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private Optional<Path> folder = Optional.empty();

    /// Where its files lie.
    private final Set<Path> folders = new LinkedHashSet<>();

    private CallFiles(CommandTerms terms) {
        this.terms = terms;
    }

    /// @throws Refused if words name a file, or files came along where none are read
    static CallFiles of(CommandTerms terms, Ask ask) {
        CallFiles files = new CallFiles(terms);
        files.takeArguments(ask);
        files.takeOptions(ask);
        ask.uploads().forEach(it -> files.folders.add(it.file().getParent()));
        files.folder.ifPresent(files.folders::add);
        return files;
    }

    List<String> arguments() {
        return arguments;
    }

    Map<String, List<String>> options() {
        return options;
    }

    /// The files that the command has written.
    List<Path> written() {
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Words of the command, with the names of files where it says where they lie on this machine.
    String plain(String words) {
        String plain = words;
        for (Path each : folders) {
            plain = plain.replace(each + each.getFileSystem().getSeparator(), "");
        }
        return plain;
    }

    private void takeArguments(Ask ask) {
        List<String> words = ask.fields().getOrDefault(CommandDesk.ARGUMENT, List.of()).stream()
                .filter(it -> !it.isBlank())
                .toList();
        String first = words.isEmpty() ? "" : words.getFirst();
        for (String word : words) {
            arguments.add(
                    switch (terms.useOf(arguments.size(), first)) {
                        case NONE -> word;
                        case OUT -> toWrite(word);
                        case IN, STDIN -> throw notSentAlong(word);
                    });
        }
        for (Upload upload : ask.uploads()) {
            if (upload.field().equals(CommandDesk.ARGUMENT)) {
                FileUse use = terms.useOf(arguments.size(), first);
                if (use != FileUse.IN && use != FileUse.STDIN) {
                    throw notRead(upload);
                }
                arguments.add(upload.file().toString());
            }
        }
        if (terms.readsStandardInput() && arguments.isEmpty()) {
            throw notSentAlong("-");
        }
    }

    private void takeOptions(Ask ask) {
        ask.fields().forEach((name, values) -> {
            List<String> given = values.stream().filter(it -> !it.isBlank()).toList();
            if (name.startsWith("--") && !given.isEmpty()) {
                options.put(name, given.stream().map(it -> value(name, it)).toList());
            }
        });
        for (Upload upload : ask.uploads()) {
            if (upload.field().startsWith("--")) {
                if (terms.useOf(upload.field()) != FileUse.IN) {
                    throw notRead(upload);
                }
                List<String> known = new ArrayList<>(options.getOrDefault(upload.field(), List.of()));
                known.add(upload.file().toString());
                options.put(upload.field(), known);
            }
        }
    }

    private String value(String option, String word) {
        if (terms.isForTerminalsOnly(option)) {
            throw new Refused(
                    403,
                    new Label("“" + option + "”只能在终端里用。", option + " can be given in a terminal only."),
                    new Label("去掉这个选项。", "Leave it out."));
        }
        return switch (terms.useOf(option)) {
            case NONE -> word;
            case OUT -> toWrite(word);
            case IN, STDIN -> throw notSentAlong(word);
        };
    }

    private String toWrite(String name) {
        if (!Uploads.safe(name).equals(name.strip())) {
            throw new Refused(
                    403,
                    new Label("“" + name + "”不只是文件名。", "“" + name + "” is more than the name of a file."),
                    new Label(
                            "只写文件名，如 清单.csv；写好后可以下载。",
                            "Write a name alone, such as list.csv; it can then be fetched."));
        }
        return ownFolder().resolve(name.strip()).toString();
    }

    private Path ownFolder() {
        if (folder.isEmpty()) {
            try {
                folder = Optional.of(Files.createTempDirectory("gewu-written-"));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
        return folder.get();
    }

    private static Refused notSentAlong(String word) {
        return new Refused(
                403,
                new Label("不能指定服务器上的文件“" + word + "”。", "A file of the server can't be named: “" + word + "”."),
                new Label("把文件随请求一起上传。", "Send the file along."));
    }

    private static Refused notRead(Upload upload) {
        return new Refused(
                400,
                new Label("“" + upload.field() + "”不接受文件。", "“" + upload.field() + "” takes no file."),
                new Label("去掉这个文件。", "Leave the file out."));
    }
}
