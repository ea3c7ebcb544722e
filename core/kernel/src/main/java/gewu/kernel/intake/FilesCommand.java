package gewu.kernel.intake;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.intake.Brought;
import gewu.api.intake.FileRecord;
import gewu.api.intake.Intake;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.kernel.word.Sentences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// `gewu files`: where every file stands that was brought in or tried, as a list or as a CSV file for the office.
final class FilesCommand implements Command {
    private final Intake intake;
    private final Sentences sentences;

    FilesCommand(Intake intake, Sentences sentences) {
        this.intake = intake;
        this.sentences = sentences;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        List<Brought.State> wanted = call.options().getOrDefault("--state", List.of()).stream()
                .map(FilesCommand::state)
                .toList();
        List<FileRecord> files = intake.files().stream()
                .filter(it -> wanted.isEmpty() || wanted.contains(it.state()))
                .toList();
        files.forEach(it -> output.row(row(it)));
        call.option("--csv").ifPresentOrElse(file -> write(file, files, output), () -> show(files, output));
        return Exit.DONE;
    }

    private void write(String word, List<FileRecord> files, Output output) {
        Path file = Path.of(word);
        try {
            FileList.write(files, sentences::told, file);
        } catch (IOException failed) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "The list can't be written to " + file + ": " + failed.getMessage() + ".",
                    "Choose another place, or close the program that has it open.",
                    failed);
        }
        output.show(new Panel.Text(new Label(
                "已写入 " + file + "：" + files.size() + " 个文件。", "Wrote " + file + ": " + files.size() + " files.")));
    }

    private void show(List<FileRecord> files, Output output) {
        if (!output.isJson()) {
            output.show(FilesView.table(files, sentences));
        }
    }

    private static Brought.State state(String word) {
        return Arrays.stream(Brought.State.values())
                .filter(it -> FileStateNames.isNamed(it, word))
                .findFirst()
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "There is no state “" + word + "”.",
                        "States are "
                                + Arrays.stream(Brought.State.values())
                                        .map(it -> it.id() + " ("
                                                + FileStateNames.of(it).zh() + ")")
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static DataRow row(FileRecord it) {
        return DataRow.of("file")
                .with("file", it.file())
                .with("state", it.state().id())
                .with("report", it.report().isEmpty() ? null : it.report())
                .with("reason", it.reason().isEmpty() ? null : it.reason())
                .with("remedy", it.remedy().isEmpty() ? null : it.remedy())
                .with("page", it.page() == 0 ? null : it.page())
                .with("since", it.since().toString());
    }
}
