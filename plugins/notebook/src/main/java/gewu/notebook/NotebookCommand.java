package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// `gewu notebook`: results frozen on a day, and what has changed since.
final class NotebookCommand implements Command {
    private static final int FOR_PEOPLE = 10;

    private final EntryTable entries;
    private final EntryPanels panels;
    private final Differ differ;

    NotebookCommand(Store store, Reports reports, ReportSearch search, Clock clock) {
        this.entries = new EntryTable(store, search, clock);
        this.panels = new EntryPanels(reports);
        this.differ = new Differ(entries, search, reports);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        Words words = Words.of(call);
        switch (words.action()) {
            case "list" -> {
                List<Entry> all = entries.list();
                all.forEach(it -> output.row(row(it)));
                output.show(EntryPanels.table(all));
            }
            case "keep" -> {
                Question question = Question.of(words.rest(), call);
                Entry entry = entries.freeze(question, call.option("--remark").orElse(""), output.progress());
                output.row(row(entry));
                String zh = "第 " + entry.number() + " 条："
                        + EntryPanels.counts(entry).zh() + "。";
                String en = "Entry " + entry.number() + ": "
                        + EntryPanels.counts(entry).en() + ".";
                output.show(Panel.Advice.way(
                        new Label(
                                zh + "以后对照：gewu notebook diff " + entry.number(),
                                en + " Compare later: gewu notebook diff " + entry.number()),
                        new Label(zh, en),
                        new Panel.Link(
                                new Label("看这一条", "Open it"),
                                new Panel.Target("notebook", Map.of("entry", String.valueOf(entry.number()))))));
            }
            case "show" -> show(entries.entry(words.number("gewu notebook show 1")), call, output);
            case "diff" -> diff(entries.entry(words.number("gewu notebook diff 1")), call, output);
            case "remove" -> {
                Entry removed = entries.remove(words.number("gewu notebook remove 1"));
                output.row(row(removed));
                output.show(KeptPanels.removed(
                        "已删除第 " + removed.number() + " 条。",
                        "Removed entry " + removed.number() + ".",
                        "notebook restore",
                        String.valueOf(removed.number())));
            }
            case "restore" -> {
                Entry restored = entries.restore(words.number("gewu notebook restore 1"));
                output.row(row(restored));
                output.show(KeptPanels.text(
                        "已恢复第 " + restored.number() + " 条。", "Entry " + restored.number() + " is back."));
            }
            default -> throw words.unknown(List.of("list", "keep", "show", "diff", "remove", "restore"));
        }
        return Exit.DONE;
    }

    private void show(Entry entry, CommandCall call, Output output) {
        if (ExtractFile.write(call, output, to -> extracts(entry, to))) {
            return;
        }
        int limit = call.number("--limit", FOR_PEOPLE);
        List<Kept> first = new ArrayList<>();
        output.row(row(entry));
        entries.passages(entry.number(), it -> {
            output.row(Extract.row(DataRow.of("passage"), it));
            if (!output.isJson() && first.size() < limit) {
                first.add(it);
            }
        });
        if (!output.isJson()) {
            output.show(panels.entry(entry, first, limit));
        }
    }

    private void extracts(Entry entry, Consumer<Extract> to) {
        long[] number = {0};
        String day = KeptPanels.day(entry.frozenAt());
        entries.passages(
                entry.number(),
                it -> to.accept(Extract.of(++number[0], "冻结", entry.question().shown(), it, "", day)));
    }

    private void diff(Entry entry, CommandCall call, Output output) {
        Difference difference = differ.since(entry, output.progress());
        Consumer<Consumer<Extract>> extracts = to -> difference.differences().forEach(it -> {
            Kept kept = it.after().or(it::before).orElseThrow();
            String state = it.located().map(Located::shown).map(Label::zh).orElse("");
            to.accept(Extract.of(
                    entry.number(),
                    EntryPanels.label(it.kind()).zh(),
                    entry.question().shown(),
                    kept,
                    state,
                    KeptPanels.day(entry.frozenAt())));
        });
        if (ExtractFile.write(call, output, extracts)) {
            return;
        }
        difference.differences().forEach(it -> output.row(row(it)));
        output.row(DataRow.of("total")
                .with("entry", entry.number())
                .with("frozen_at", entry.frozenAt().toString())
                .with("unchanged", difference.unchanged())
                .with("paragraphs_before", entry.paragraphs())
                .with("paragraphs", difference.now().paragraphs())
                .with("reports_before", entry.reports())
                .with("reports", difference.now().reports())
                .with("occurrences_before", entry.occurrences())
                .with("occurrences", difference.now().occurrences())
                .with("understood_before", entry.understood())
                .with("understood", difference.now().understood()));
        if (!output.isJson()) {
            output.show(panels.difference(entry, difference, call.number("--limit", FOR_PEOPLE)));
        }
    }

    private static DataRow row(Difference.One one) {
        DataRow row = Extract.row(
                DataRow.of("difference").with("kind", one.kind().id()),
                one.after().or(one::before).orElseThrow());
        return row.with("text_before", one.before().map(Kept::words).orElse(null))
                .with("state", one.located().map(Located::state).orElse(null));
    }

    private static DataRow row(Entry entry) {
        return DataRow.of("entry")
                .with("number", entry.number())
                .with("words", entry.question().words())
                .with("options", entry.question().options())
                .with("remark", entry.remark())
                .with("understood", entry.understood())
                .with("paragraphs", entry.paragraphs())
                .with("reports", entry.reports())
                .with("occurrences", entry.occurrences())
                .with("person", entry.person())
                .with("frozen_at", entry.frozenAt().toString());
    }
}
