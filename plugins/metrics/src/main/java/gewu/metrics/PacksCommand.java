package gewu.metrics;

import gewu.api.Label;
import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.metric.Metric;
import gewu.api.metric.Metrics;
import gewu.api.report.CleanText;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `gewu packs`: the users' tables of indicators, and naming an indicator from a figure that no pack knows.
final class PacksCommand implements Command {
    /// The pack into which names go that people give one by one.
    private static final String NAMED = "named";

    private static final String REMEDY_USAGE =
            "Write gewu packs name WORDS --as ID, with --zh, --dimension and --parent for a new indicator.";

    private final Packs packs;
    private final Reports reports;
    private final Metrics metrics;

    PacksCommand(Packs packs, Reports reports, Metrics metrics) {
        this.packs = packs;
        this.reports = reports;
        this.metrics = metrics;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        String action = call.arguments().isEmpty() ? "list" : call.arguments().getFirst();
        return switch (action) {
            case "list" -> list(output);
            case "name" -> name(call, output);
            default ->
                throw new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "“" + action + "” is nothing that gewu packs does.",
                        Nearest.hint(action, List.of("list", "name")));
        };
    }

    private Exit list(Output output) {
        List<Panel.Row> rows = new ArrayList<>();
        Relations relations = packs.pack().relations();
        for (String name : packs.names()) {
            boolean isFormer = packs.refused().stream().anyMatch(it -> it.name().equals(name));
            if (!isFormer) {
                List<String> told = relations.told(name);
                output.row(DataRow.of("pack")
                        .with("name", name)
                        .with("state", "in force")
                        .with("relations", told)
                        .with("faults", List.of()));
                rows.add(Panel.Row.of(name, new Label("生效", "in force"), String.join("；", told), ""));
            }
        }
        for (Packs.Refused it : packs.refused()) {
            output.row(DataRow.of("pack")
                    .with("name", it.name())
                    .with("state", it.former() ? "refused, the former one in force" : "refused")
                    .with("relations", relations.told(it.name()))
                    .with("faults", it.faults()));
            for (String fault : it.faults()) {
                rows.add(Panel.Row.of(
                        it.name(),
                        it.former()
                                ? new Label("有误，沿用以前的", "refused, the former one in force")
                                : new Label("有误，未用", "refused"),
                        String.join("；", relations.told(it.name())),
                        fault));
            }
        }
        String folder = packs.folder().toString();
        output.show(new Panel.Table(
                new Label("自带的指标表之外，" + folder + " 里的指标包", "Packs in " + folder + ", beside the plugin's own"),
                List.of(
                        Panel.Column.text("指标包", "Pack"),
                        Panel.Column.text("状态", "State"),
                        Panel.Column.text("勾稽关系", "Relations"),
                        Panel.Column.text("哪里不对", "What is wrong")),
                rows));
        return packs.refused().isEmpty() ? Exit.DONE : Exit.SOME_FAILED;
    }

    private Exit name(CommandCall call, Output output) {
        String words = CleanText.of(String.join(
                                "", call.arguments().subList(1, call.arguments().size()))
                        .strip())
                .text();
        if (words.isEmpty()) {
            throw new WorkbenchException(WorkbenchException.Kind.USAGE, "No words to name were given.", REMEDY_USAGE);
        }
        String id = call.option("--as")
                .map(it -> it.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "Nothing says which indicator “" + words + "” is.",
                        REMEDY_USAGE));
        boolean isKnown = packs.pack().find(id).isPresent();
        String indicator = isKnown
                ? String.join("\t", id, "-", "-", "-", "-", alias(words))
                : String.join(
                        "\t",
                        id,
                        call.option("--zh").orElse(words),
                        call.option("--en").orElse("-"),
                        call.option("--dimension").orElse("-"),
                        call.option("--parent").orElse("-"),
                        alias(words));
        Optional<String> example = call.option("--metric").map(it -> example(it, id));
        write(indicator, example);
        output.row(DataRow.of("named").with("words", words).with("id", id).with("new", !isKnown));
        output.show(new Panel.Text(new Label(
                "“" + words + "”今后读作 " + id + "。已入库的报告用 gewu metrics refresh 重读。",
                "“" + words + "” is read as " + id
                        + " from now on. gewu metrics refresh reads the reports in the store again.")));
        return Exit.DONE;
    }

    private static String alias(String words) {
        return words.replaceAll("([\\\\()|])", "\\\\$1");
    }

    /// The sentence of a figure, and what is to be read from it.
    private String example(String name, String id) {
        int slash = name.lastIndexOf('/');
        Optional<Metric> metric = slash < 0
                ? Optional.empty()
                : metrics.of(reports.named(name.substring(0, slash)).id()).stream()
                        .filter(it -> it.id().equals(name.substring(slash + 1)))
                        .findFirst();
        Metric figure = metric.orElseThrow(() -> new WorkbenchException(
                WorkbenchException.Kind.USAGE,
                "There is no figure “" + name + "”.",
                "Take its id from gewu metrics --json, such as 4517257875/m12."));
        Report report = reports.find(figure.passage().report()).orElseThrow();
        return String.join(
                "\t",
                sentence(report, figure),
                id,
                figure.value(),
                figure.unit(),
                figure.kind().id());
    }

    private static String sentence(Report report, Metric figure) {
        return report.paragraphs().stream()
                .filter(it -> it.start() <= figure.passage().start()
                        && figure.passage().end() <= it.end())
                .findFirst()
                .map(paragraph -> {
                    CleanText clean = report.clean(paragraph);
                    String text = clean.text();
                    int at = 0;
                    while (at < text.length()
                            && clean.sourceStart(at) < figure.passage().start()) {
                        at++;
                    }
                    int end = text.indexOf('。', at);
                    return text.substring(text.lastIndexOf('。', at) + 1, end < 0 ? text.length() : end + 1);
                })
                .orElse(figure.passage().text())
                .replace('\t', ' ')
                .replace('\n', ' ');
    }

    /// Adds the rows; if the pack is refused with them, they are taken out again.
    private void write(String indicator, Optional<String> example) {
        Path pack = packs.folder().resolve(NAMED);
        Path indicators = pack.resolve("indicators.tsv");
        Path examples = pack.resolve("examples.tsv");
        try {
            Files.createDirectories(pack);
            String before = Files.exists(indicators) ? Files.readString(indicators) : "";
            String beside = Files.exists(examples) ? Files.readString(examples) : "";
            Files.writeString(indicators, before + indicator + "\n", StandardCharsets.UTF_8);
            if (example.isPresent()) {
                Files.writeString(examples, beside + example.get() + "\n", StandardCharsets.UTF_8);
            }
            Optional<Packs.Refused> refused = packs.refused().stream()
                    .filter(it -> it.name().equals(NAMED))
                    .findFirst();
            if (refused.isPresent()) {
                Files.writeString(indicators, before, StandardCharsets.UTF_8);
                Files.writeString(examples, beside, StandardCharsets.UTF_8);
                throw new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "It can't be named so: "
                                + String.join(" ", refused.get().faults()),
                        "Nothing was kept. Give another id, name, dimension or parent.");
            }
        } catch (IOException unwritable) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.WORKSPACE,
                    "The pack in " + pack + " can't be written: " + unwritable.getMessage() + ".",
                    "See whether the folder can be written and the disk has room.",
                    unwritable);
        }
    }
}
