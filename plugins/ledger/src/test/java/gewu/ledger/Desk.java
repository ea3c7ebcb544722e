package gewu.ledger;

import gewu.api.Label;
import gewu.api.export.ExportTable;
import gewu.api.export.Exporter;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.kernel.store.Script;
import gewu.kernel.store.SqliteStore;
import gewu.ledger.channel.ReminderChannel;
import gewu.testkit.GivenExtensions;
import gewu.testkit.PlainIndex;
import gewu.testkit.RecordedOutput;
import gewu.testkit.ReportShelf;
import gewu.testkit.SampleReport;
import gewu.testkit.Shown;
import gewu.testkit.TemporaryScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A supervision office's desk: a real store, reports, a clock that can be moved. Several desks may share a folder.
final class Desk implements AutoCloseable {
    final SqliteStore store;
    final MovedClock clock = new MovedClock();
    final ReportShelf shelf;
    final FindingShelf findings;
    final PlainIndex index;
    final Ledger ledger;
    final TemporaryScope scope;
    final RememberingChannel channel = new RememberingChannel();
    private final Path folder;

    private Desk(Path folder) {
        this.folder = folder;
        this.store = SqliteStore.open(folder.resolve("gewu.db"), false, clock);
        store.migrate(
                "ledger",
                List.of(
                        script("tables/1-ledger.sql"),
                        script("tables/2-reminders.sql"),
                        script("tables/3-families.sql"),
                        script("tables/4-flags.sql"),
                        script("tables/5-filters.sql"),
                        script("tables/6-categories.sql")));
        this.shelf = new ReportShelf(store);
        this.findings = new FindingShelf(shelf);
        this.index = new PlainIndex(store, shelf);
        this.scope = new TemporaryScope("ledger", folder);
        this.ledger = new Ledger(store, shelf, scope, clock);
    }

    static Desk in(Path folder) {
        return new Desk(folder);
    }

    private static Script script(String file) {
        try (InputStream script = Objects.requireNonNull(Desk.class.getResourceAsStream("/" + file))) {
            return new Script(file, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void bringIn(String id, String text) {
        shelf.put(SampleReport.of(
                id, 1, new ReportFacts("青禾县水利局2024年自评报告", "青禾县水利局", "青禾县", 2024, ReportKind.WHOLE_DEPARTMENT), text));
    }

    /// Brings a report in, with the problems that its marks say: see [FindingShelf].
    void bringIn(String id, int version, String org, int year, double confidence, String text) {
        Report report = SampleReport.of(
                id,
                version,
                new ReportFacts(org + year + "年自评报告", org, "青禾县", year, ReportKind.WHOLE_DEPARTMENT),
                text);
        shelf.put(report);
        findings.read(report, confidence);
    }

    LedgerCommand command() {
        return new LedgerCommand(
                store,
                ledger,
                new TakeAction(shelf, findings, ledger),
                new TwinAction(ledger, index),
                clock,
                reminding(),
                new GivenExtensions().with(Exporter.class, "csv", Map.of("ending", "csv"), (Exporter) Desk::lines));
    }

    /// The plainest of formats: a line a row, cells parted by bars.
    private static void lines(ExportTable table, String language, OutputStream out) throws IOException {
        StringBuilder lines = new StringBuilder();
        lines.append(String.join(
                "|", table.columns().stream().map(it -> it.head().in(language)).toList()));
        for (List<Object> row : table.rows()) {
            lines.append('\n')
                    .append(String.join("|", row.stream().map(Object::toString).toList()));
        }
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Reminders, with a channel `file` that remembers what it was given.
    Reminding reminding() {
        return new Reminding(
                store,
                new GivenExtensions().with(ReminderChannel.class, "file", Map.of(), channel),
                clock,
                ledger,
                Label::same);
    }

    /// What a program is answered; words that begin with `--` are options, each with a value behind `=`.
    List<DataRow> rows(String... words) {
        RecordedOutput output = RecordedOutput.json();
        command().run(call(words), output);
        return output.rows();
    }

    /// What a person is told, in Chinese.
    String told(String... words) {
        RecordedOutput output = RecordedOutput.people();
        command().run(call(words), output);
        return String.join(
                "\n",
                output.panels().stream().flatMap(it -> Shown.words(it).stream()).toList());
    }

    /// Does something that must succeed; the first item it was done to, as it is now.
    DataRow does(String... words) {
        List<DataRow> rows = rows(words);
        List<DataRow> refused =
                rows.stream().filter(it -> it.type().equals("refusal")).toList();
        if (!refused.isEmpty()) {
            throw new AssertionError(String.join(" ", words) + ": " + refused);
        }
        return rows.getFirst();
    }

    /// The guards that refuse it.
    Object refused(String... words) {
        return rows(words).stream()
                .filter(it -> it.type().equals("refusal"))
                .findFirst()
                .map(it -> it.values().get("failed"))
                .orElse("done");
    }

    String state(String id) {
        return ledger.log().subject(id).of("state");
    }

    /// A file that proves something.
    String file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// A new proposal of 水利局, which is entered if it is not there.
    String proposed(String title) {
        if (ledger.parties().find("水利局").isEmpty()) {
            rows("party", "水利局");
        }
        return (String) Objects.requireNonNull(does("add", title, "--unit=水利局", "--year=2024", "--reason=手工录入")
                .values()
                .get("id"));
    }

    /// A new item that came to `state` the straight way.
    String itemIn(State state) {
        String id = proposed("预算编制不够精准");
        switch (state) {
            case PROPOSED -> {}
            case DISMISSED -> does("dismiss", id, "--because=不构成问题", "--reason=已说明");
            case MERGED -> does("merge", id, "--into=" + proposed("并入的事项"));
            case REGISTERED -> register(id);
            case ASSIGNED -> assign(id);
            case IN_PROGRESS -> receive(id);
            case LONG_TERM -> {
                receive(id);
                does("milestone", id, "--name=建章立制", "--due=2026-09-01");
                does("prolong", id, "--reason=涉及体制", "--review=2027-03-01", "--approved-by=赵局长");
            }
            case SUBMITTED -> submit(id);
            case SUSPENDED -> {
                receive(id);
                does("suspend", id, "--because=诉讼", "--until=2026-08-01");
            }
            case CLOSED -> close(id);
        }
        return id;
    }

    private void register(String id) {
        does("register", id, "--category=预算", "--kind=立行立改", "--goal=编准预算", "--twin=新");
    }

    private void assign(String id) {
        register(id);
        does("assign", id, "--lead=水利局", "--leader=钱副局长", "--number=督〔2026〕1号");
    }

    private void receive(String id) {
        assign(id);
        does("receive", id, "--person=李四", "--as=李四");
    }

    private void submit(String id) {
        receive(id);
        does("evidence", id, "--file=" + file("制度.txt", "预算管理办法"), "--proof=制度文本", "--as=李四");
        does("submit", id, "--percent=100", "--as=李四");
    }

    private void close(String id) {
        submit(id);
        does("examine", id, "--evidence=1", "--verdict=认可", "--as=王五");
        does("verify", id, "--result=已完成", "--as=王五");
        does("outcome", id, "--outcome=无金额", "--as=李四");
        does("close", id, "--as=王五");
    }

    static CommandCall call(String... words) {
        List<String> arguments = new ArrayList<>();
        Map<String, List<String>> options = new HashMap<>();
        for (String word : words) {
            int value = word.indexOf('=');
            if (!word.startsWith("--")) {
                arguments.add(word);
            } else if (value < 0) {
                options.put(word, List.of());
            } else {
                options.put(word.substring(0, value), List.of(word.substring(value + 1)));
            }
        }
        return new CommandCall(arguments, options);
    }

    @Override
    public void close() {
        store.close();
    }
}
