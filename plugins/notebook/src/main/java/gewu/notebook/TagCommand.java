package gewu.notebook;

import gewu.api.Label;
import gewu.api.Nearest;
import gewu.api.report.Reports;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.time.Clock;
import java.util.List;

/// `gewu tag`: tags on passages.
final class TagCommand implements Command {
    private static final String EXAMPLE = "gewu tag add 重点 4517257875 --paragraph 12";

    private final AnnotationTable table;
    private final AnnotationPanels panels;
    private final Reports reports;

    TagCommand(Store store, Reports reports, Clock clock) {
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
                String tag = words.next("a tag", EXAMPLE);
                tell(
                        table.add(Annotation.Kind.TAG, tag, Spot.of(words.last("a passage", EXAMPLE), call, reports)),
                        output);
            }
            case "rename" -> {
                String from = known(words.next("a tag", "gewu tag rename 重点 关键"));
                String to = words.last("the new name", "gewu tag rename 重点 关键");
                int count = table.renameTag(from, to);
                output.row(
                        DataRow.of("renamed").with("from", from).with("to", to).with("passages", count));
                output.show(KeptPanels.text(
                        "“" + from + "”已改为“" + to + "”，" + count + " 段。",
                        "“" + from + "” is now “" + to + "” on passages: " + count + "."));
            }
            case "remove" -> {
                Annotation removed = table.remove(Annotation.Kind.TAG, words.number("gewu tag remove 3"));
                output.row(AnnotationPanels.row(removed, new PlaceFinder(reports).find(removed.anchor())));
                output.show(KeptPanels.removed(
                        "已取下标签 " + removed.number() + "（" + removed.words() + "）。",
                        "Took off tag " + removed.number() + " (" + removed.words() + ").",
                        "tag restore",
                        String.valueOf(removed.number())));
            }
            case "restore" -> tell(table.restore(Annotation.Kind.TAG, words.number("gewu tag restore 3")), output);
            default -> throw words.unknown(List.of("list", "add", "rename", "remove", "restore"));
        }
        return Exit.DONE;
    }

    private void list(Words words, CommandCall call, Output output) {
        String tag = words.isEmpty() ? "" : known(words.last("a tag", "gewu tag list 重点"));
        List<Annotation> all = table.list(Annotation.Kind.TAG).stream()
                .filter(it -> tag.isEmpty() || it.words().equals(tag))
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
        } else if (all.isEmpty()) {
            output.show(none());
        } else {
            output.show(tag.isEmpty() ? AnnotationPanels.tags(all) : panels.list(all));
        }
    }

    static Panel none() {
        return Panel.Advice.way(
                new Label(
                        "还没有标签。加一个：gewu tag add 标签 报告 --paragraph N",
                        "There are no tags yet. Add one: gewu tag add TAG REPORT --paragraph N"),
                new Label(
                        "还没有标签。打开报告，选中一段即可贴标签。",
                        "There are no tags yet. Open a report and choose a paragraph to tag it."));
    }

    private String known(String tag) {
        List<String> all = table.list(Annotation.Kind.TAG).stream()
                .map(Annotation::words)
                .distinct()
                .toList();
        if (!all.contains(tag)) {
            throw Fault.usage("No passage has the tag “" + tag + "”.", Nearest.hint(tag, all));
        }
        return tag;
    }

    private void tell(Annotation tag, Output output) {
        output.row(AnnotationPanels.row(tag, new PlaceFinder(reports).find(tag.anchor())));
        if (!output.isJson()) {
            output.show(panels.list(List.of(tag)));
        }
    }
}
