package gewu.metrics.correct;

import gewu.api.Label;
import gewu.api.Nearest;
import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Base;
import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.api.metric.Metrics;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.metrics.Packs;
import gewu.metrics.WrittenQuantity;
import gewu.metrics.correct.Desk.Saying;
import gewu.metrics.correct.Desk.Spoken;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `gewu correct`: what a person says of figures.
final class CorrectCommand implements Command {
    private static final List<String> ACTIONS = List.of("list", "confirm", "reject", "set", "add", "undo", "export");
    private static final Pattern PLACE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private final Desk desk;
    private final Reports reports;
    private final Clock clock;
    private final AskedFields fields;

    CorrectCommand(Metrics metrics, Reports reports, Store store, Clock clock, Packs packs) {
        this.desk = new Desk(metrics, reports, store, clock);
        this.reports = reports;
        this.clock = clock;
        this.fields = new AskedFields(packs);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        List<String> words = call.arguments();
        String action = words.isEmpty() ? "list" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        Saying saying = new Saying(
                call.option("--by").orElse(""), call.option("--remark").orElse(""));
        switch (action) {
            case "list" -> list(rest, output);
            case "confirm" -> tell(desk.together(figures(rest, action), it -> desk.confirm(it, saying)), output);
            case "reject" -> tell(desk.together(figures(rest, action), it -> desk.reject(it, saying)), output);
            case "set" -> {
                Spoken figure = desk.figure(only(rest, "gewu correct set 4517257875/m12 --canonical fin.exp.basic"));
                Fields said = fields.of(call, figure.shown());
                if (said.isNone()) {
                    throw Desk.usage(
                            "Which field is to be corrected?",
                            "Add --canonical, --period, --value, --unit, --kind, --direction, --basis or --scope.");
                }
                tell(List.of(desk.set(figure, said, saying)), output);
            }
            case "add" -> tell(List.of(add(rest, call, saying)), output);
            case "undo" -> undo(number(rest), output);
            case "export" -> export(only(rest, "gewu correct export gold.json"), output);
            default ->
                throw Desk.usage("“" + action + "” is nothing that gewu correct does.", Nearest.hint(action, ACTIONS));
        }
        return Exit.DONE;
    }

    private void list(List<String> words, Output output) {
        Optional<String> report = words.isEmpty()
                ? Optional.empty()
                : Optional.of(reports.named(String.join(" ", words)).id());
        List<Placed> all = desk.list(report);
        if (output.isJson()) {
            String last = "";
            Optional<Applied> applied = Optional.empty();
            for (Placed it : all) {
                if (!it.correction().report().equals(last)) {
                    last = it.correction().report();
                    applied = Optional.of(desk.applied(last));
                }
                output.row(CorrectionPanels.data(it, applied.flatMap(now -> metric(now, it))));
            }
        }
        output.show(CorrectionPanels.list(all, clock.getZone()));
    }

    private static Optional<Metric> metric(Applied now, Placed it) {
        return now.figure(it).map(CorrectedFigure::metric).or(() -> now.read(it));
    }

    private List<Spoken> figures(List<String> ids, String action) {
        if (ids.isEmpty()) {
            throw Desk.usage(
                    "Which figures are meant?",
                    "Write their ids as gewu metrics --json does: gewu correct " + action + " 4517257875/m12.");
        }
        return ids.stream().distinct().map(desk::figure).toList();
    }

    private Correction add(List<String> words, CommandCall call, Saying saying) {
        String example = "gewu correct add 4517257875 --at 1205-1214 --canonical fin.exp.basic --period 2021";
        Report report = desk.report(only(words, example));
        Passage place = place(report, call.option("--at").orElse(""), example);
        Metric empty = new Metric(
                "",
                "",
                "",
                report.facts().org(),
                "",
                place.text(),
                "",
                null,
                "",
                "",
                "",
                Kind.LEVEL,
                "",
                "",
                Direction.NONE,
                "",
                Base.NONE,
                place,
                1.0,
                "",
                "");
        Fields said = fields.of(call, empty);
        String canonical = said.canonical() == null ? "" : said.canonical();
        String wording = call.option("--indicator").orElseGet(() -> fields.name(canonical));
        if (wording.isEmpty()) {
            throw Desk.usage("What does the figure measure?", "Add --canonical ID or --indicator WORDS.");
        }
        WrittenQuantity written = fields.written(place.text(), said.amount() != null, canonical);
        Metric added = new Metric(
                "",
                wording,
                canonical,
                report.facts().org(),
                "",
                written.number(),
                written.surface(),
                written.amount(),
                written.amountUnit(),
                written.dimension(),
                "",
                Kind.LEVEL,
                "",
                "",
                Direction.NONE,
                "",
                Base.NONE,
                place,
                1.0,
                "",
                "");
        return desk.add(report, said.in(added), saying);
    }

    private static Passage place(Report report, String words, String example) {
        Matcher place = PLACE.matcher(words);
        if (!place.matches()) {
            throw Desk.usage("Where does the figure stand?", "Write it like " + example + ".");
        }
        int start = Integer.parseInt(place.group(1));
        int end = Integer.parseInt(place.group(2));
        int length = report.text().length();
        if (start >= end || end > length) {
            throw Desk.usage(
                    "The report " + report.id() + " has no characters " + words + ".",
                    "Its text has " + length + "; the end is behind the last character.");
        }
        Passage passage = report.passage(start, end);
        Optional<Paragraph> paragraph = FigureFinder.paragraph(report, passage);
        if (paragraph.isEmpty() || paragraph.get().end() < end || passage.text().isBlank()) {
            throw Desk.usage(
                    "The characters " + words + " of " + report.id() + " are not inside one paragraph: “"
                            + passage.text().strip() + "”.",
                    "gewu search shows start and end of each hit with --json.");
        }
        return passage;
    }

    private void undo(long number, Output output) {
        Correction undone = desk.undo(number);
        output.row(CorrectionPanels.data(Placed.gone(undone, Placed.State.SAME), Optional.empty()));
        output.show(new Panel.Text(new Label(
                "已撤回更正 " + number + (undone.replaces() > 0 ? "，更正 " + undone.replaces() + " 重新生效。" : "。"),
                "Took back correction " + number
                        + (undone.replaces() > 0 ? "; correction " + undone.replaces() + " holds again." : "."))));
    }

    private void export(String file, Output output) {
        GoldFile gold = new GoldFile(desk, reports);
        GoldFile.Written written = gold.write(Path.of(file), desk.list(Optional.empty()));
        written.remarks().forEach(output::note);
        output.row(DataRow.of("export")
                .with("file", file)
                .with("records", written.records())
                .with("decoys", written.decoys()));
        output.show(new Panel.Text(new Label(
                "已写入 " + file + "：" + written.records() + " 条记录，" + written.decoys() + " 条否定。",
                "Wrote " + file + ": " + written.records() + " records, " + written.decoys() + " decoys.")));
    }

    private void tell(List<Correction> corrections, Output output) {
        List<Placed> told = new ArrayList<>();
        for (Correction one : corrections) {
            Applied now = desk.applied(one.report());
            now.placed().stream()
                    .filter(it -> it.correction().number() == one.number())
                    .forEach(it -> {
                        told.add(it);
                        output.row(CorrectionPanels.data(it, metric(now, it)));
                    });
        }
        output.show(CorrectionPanels.list(told, clock.getZone()));
        if (corrections.size() == 1) {
            output.show(CorrectionPanels.back(corrections.getFirst().number()));
        }
    }

    private static String only(List<String> words, String example) {
        if (words.size() != 1 || words.getFirst().isBlank()) {
            throw Desk.usage("One word is needed here, not " + words.size() + ".", "Write it like " + example + ".");
        }
        return words.getFirst().strip();
    }

    private static long number(List<String> words) {
        String word = only(words, "gewu correct undo 3");
        if (!word.matches("\\d{1,15}")) {
            throw Desk.usage("“" + word + "” is no number of a correction.", "Write it like gewu correct undo 3.");
        }
        return Long.parseLong(word);
    }
}
