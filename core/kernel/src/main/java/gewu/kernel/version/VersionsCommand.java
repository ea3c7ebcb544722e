package gewu.kernel.version;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.report.Report;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// `gewu versions`: which reports may be others, saved again; what changed; and a person's word on it.
final class VersionsCommand implements Command {
    private final Reports reports;
    private final VersionBook book;
    private final FormerTexts texts;

    VersionsCommand(Reports reports, Store store, Clock clock) {
        this.reports = reports;
        this.book = new VersionBook(store, clock);
        this.texts = new FormerTexts(reports, store);
    }

    /// Two reports, the older first.
    private record Pair(String older, String newer) {}

    @Override
    public Exit run(CommandCall call, Output output) {
        List<String> words = call.arguments();
        String action = words.isEmpty() ? "list" : words.getFirst();
        List<String> names = words.isEmpty() ? List.of() : words.subList(1, words.size());
        switch (action) {
            case "list" -> list(call, names, output);
            case "look" -> {
                book.catchUp(output.progress());
                list(call, names, output);
            }
            case "diff" -> diff(names, output);
            case "accept" -> {
                Pair pair = pair(action, names);
                book.accept(pair.older(), pair.newer());
                tellChain(pair, output);
            }
            case "decline" -> {
                Pair pair = pair(action, names);
                book.decline(pair.older(), pair.newer());
                tell(pair, output);
            }
            case "reset" -> {
                Pair pair = pair(action, names);
                book.reset(pair.older(), pair.newer());
                tell(pair, output);
            }
            default ->
                throw usage(
                        "gewu versions can't “" + action + "”.",
                        "It knows list, diff, look, accept, decline and reset, such as gewu versions diff OLD NEW.");
        }
        return Exit.DONE;
    }

    // ---- list

    private void list(CommandCall call, List<String> names, Output output) {
        Map<String, ReportSummary> byId = VersionsView.byId(reports);
        List<String> wanted = names.stream().map(it -> reports.named(it).id()).toList();
        List<VersionOffer> offers = book.offers().stream()
                .filter(it -> call.has("--all") || it.state() == VersionOffer.State.OFFERED)
                .filter(it -> wanted.isEmpty() || wanted.contains(it.older()) || wanted.contains(it.newer()))
                .toList();
        List<VersionChains.Chain> chains = book.chains().all().stream()
                .filter(it -> wanted.isEmpty() || it.reports().stream().anyMatch(wanted::contains))
                .toList();
        tellOfStale(output);
        offers.forEach(it -> output.row(VersionRows.offer(it)));
        chains.forEach(it -> output.row(VersionRows.chain(it)));
        if (call.has("--csv")) {
            write(call.option("--csv").orElseThrow(), offers, byId, output);
        } else if (!output.isJson()) {
            output.show(VersionPanels.list(offers, chains, byId));
        }
    }

    /// What people said about facts since reports were last looked at may make versions of them.
    private void tellOfStale(Output output) {
        if (book.isBehind()) {
            output.note("Facts of reports have changed: gewu versions look looks for new versions again.");
        }
    }

    private static void write(String word, List<VersionOffer> offers, Map<String, ReportSummary> byId, Output output) {
        Path file = Path.of(word);
        try {
            OfferList.write(offers, byId, file);
        } catch (IOException failed) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "The list can't be written to " + file + ": " + failed.getMessage() + ".",
                    "Choose another place, or close the program that has it open.",
                    failed);
        }
        output.show(new Panel.Text(new Label(
                "已写入 " + file + "：" + offers.size() + " 条。", "Wrote " + file + ": " + offers.size() + " lines.")));
    }

    // ---- diff

    private void diff(List<String> names, Output output) {
        Report before;
        Report after;
        if (names.size() == 2) {
            before = texts.named(names.getFirst());
            after = texts.named(names.getLast());
        } else {
            Report named = texts.named(only("diff", names));
            if (named.version() > 1) {
                before = texts.former(named, named.version() - 1);
                after = named;
            } else {
                Pair pair = partOf("diff", named.id(), true);
                before = texts.newest(pair.older());
                after = texts.newest(pair.newer());
            }
        }
        Comparison comparison = Comparison.of(before, after);
        if (output.isJson()) {
            comparison.figures().forEach(it -> output.row(VersionRows.figure(it)));
            comparison.changes().forEach(it -> output.row(VersionRows.change(it)));
            output.row(VersionRows.total(before, after, comparison));
        } else {
            output.show(VersionPanels.changes(before, after, comparison));
        }
    }

    // ---- a person's word

    private void tellChain(Pair pair, Output output) {
        VersionChains.Chain chain = book.chains().chain(pair.newer());
        output.row(VersionRows.chain(chain));
        output.show(new Panel.Text(new Label(
                "最新版本：" + chain.newest() + "。此前的版本照旧可以检索和引用。撤回：gewu versions reset " + pair.older() + " "
                        + pair.newer(),
                "The newest version is " + chain.newest()
                        + ". Those before it can be searched and cited as before. To take it back: gewu versions reset "
                        + pair.older() + " " + pair.newer())));
    }

    private void tell(Pair pair, Output output) {
        List<VersionOffer> left = book.offers(pair.older()).stream()
                .filter(it -> it.beside(pair.older()).equals(pair.newer()))
                .toList();
        left.forEach(it -> output.row(VersionRows.offer(it)));
        Label state = left.isEmpty()
                ? new Label("未作表示", "nothing is said")
                : left.getFirst().state().label();
        output.show(new Panel.Text(new Label(
                pair.older() + " 与 " + pair.newer() + "：" + state.zh() + "。",
                pair.older() + " and " + pair.newer() + ": " + state.en() + ".")));
    }

    private Pair pair(String action, List<String> names) {
        if (names.size() != 2) {
            return partOf(action, reports.named(only(action, names)).id(), false);
        }
        String older = reports.named(names.getFirst()).id();
        String newer = reports.named(names.getLast()).id();
        if (older.equals(newer)) {
            throw usage("Both names mean the report " + older + ".", "Name two reports, the older first.");
        }
        return new Pair(older, newer);
    }

    /// The one pair that a report is part of and that the action can be about.
    private Pair partOf(String action, String report, boolean isAny) {
        boolean isAboutDecided = action.equals("reset");
        List<VersionOffer> meant = book.offers(report).stream()
                .filter(it -> isAny
                        ? it.state() != VersionOffer.State.DECLINED
                        : isAboutDecided == (it.state() != VersionOffer.State.OFFERED))
                .toList();
        if (meant.size() != 1) {
            throw usage(
                    meant.isEmpty()
                            ? "No other version of " + report + " is known for that."
                            : report + " is part of " + meant.size() + " pairs.",
                    "Name both: gewu versions " + action + " OLD NEW; gewu versions --all lists them.");
        }
        return new Pair(meant.getFirst().older(), meant.getFirst().newer());
    }

    private static String only(String action, List<String> names) {
        if (names.size() != 1) {
            throw usage(
                    "gewu versions " + action + " takes two reports, not " + names.size() + ".",
                    "Name the older and the newer one: gewu versions " + action + " OLD NEW.");
        }
        return names.getFirst();
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
