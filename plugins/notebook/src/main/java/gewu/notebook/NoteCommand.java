package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Reports;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.time.Clock;
import java.util.List;

/// `gewu note`: notes on passages.
final class NoteCommand implements Command {
    private static final String EXAMPLE = "gewu note add 4517257875 --paragraph 12 与上年口径不同";

    private final AnnotationTable table;
    private final AnnotationPanels panels;
    private final Reports reports;

    NoteCommand(Store store, Reports reports, Clock clock) {
        this.table = new AnnotationTable(store, clock);
        this.panels = new AnnotationPanels(reports);
        this.reports = reports;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        Words words = Words.of(call);
        switch (words.action()) {
            case "list" -> list(words, call, output);
            case "add" -> {
                Spot spot = Spot.of(words.next("a passage", EXAMPLE), call, reports);
                tell(table.add(Annotation.Kind.NOTE, words.last("the note", EXAMPLE), spot), output);
            }
            case "edit" -> {
                long number = words.number("gewu note edit 3 口径一致");
                tell(table.edit(number, words.last("the note", "gewu note edit 3 口径一致")), output);
            }
            case "remove" -> {
                Annotation removed = table.remove(Annotation.Kind.NOTE, words.number("gewu note remove 3"));
                output.row(AnnotationPanels.row(removed, new PlaceFinder(reports).find(removed.anchor())));
                output.show(KeptPanels.removed(
                        "已删除笔记 " + removed.number() + "。",
                        "Removed note " + removed.number() + ".",
                        "note restore",
                        String.valueOf(removed.number())));
            }
            case "restore" -> tell(table.restore(Annotation.Kind.NOTE, words.number("gewu note restore 3")), output);
            default -> throw words.unknown(List.of("list", "add", "edit", "remove", "restore"));
        }
        return Exit.DONE;
    }

    private void list(Words words, CommandCall call, Output output) {
        String report = words.isEmpty()
                ? ""
                : reports.named(words.last("a report", "gewu note list 4517257875"))
                        .id();
        List<Annotation> all = table.list(Annotation.Kind.NOTE).stream()
                .filter(it -> report.isEmpty() || it.anchor().report().equals(report))
                .toList();
        PlaceFinder places = new PlaceFinder(reports);
        if (ExtractFile.write(
                call,
                output,
                to -> all.forEach(it -> to.accept(AnnotationPanels.extract(it, places.find(it.anchor())))))) {
            return;
        }
        if (output.isJson()) {
            all.forEach(it -> output.row(AnnotationPanels.row(it, places.find(it.anchor()))));
        } else {
            output.show(all.isEmpty() ? none() : panels.list(all));
        }
    }

    static Panel none() {
        return Panel.Advice.way(
                new Label(
                        "还没有笔记。写一条：gewu note add 报告 --paragraph N 要写的话",
                        "There are no notes yet. Write one: gewu note add REPORT --paragraph N WORDS"),
                new Label(
                        "还没有笔记。打开报告，选中一段即可写笔记。",
                        "There are no notes yet. Open a report and choose a paragraph to write one."));
    }

    private void tell(Annotation note, Output output) {
        output.row(AnnotationPanels.row(note, new PlaceFinder(reports).find(note.anchor())));
        if (!output.isJson()) {
            output.show(panels.list(List.of(note)));
        }
    }
}
