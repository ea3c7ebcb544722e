package gewu.ledger;

import gewu.api.workbench.Command.Exit;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What goes out on paper and comes back: sheets, letters, bulletins.
final class PaperActions {
    private final Ledger ledger;
    private final Clock clock;

    PaperActions(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// What is done here, by name.
    List<LedgerAction> actions() {
        return List.of(
                new LedgerAction("sheet", "表格", this::sheet),
                new LedgerAction("print", "打印", this::print),
                new LedgerAction("templates", "模板", this::templates),
                new LedgerAction("bulletin", "通报", this::bulletin));
    }

    private Exit sheet(LedgerCall call, Output output) {
        SheetAction sheet = new SheetAction(ledger, clock.getZone());
        Optional<String> in = call.option("--import");
        if (in.isPresent() == call.has("--export")) {
            throw Fault.usage(
                    "“sheet” either writes a sheet or takes one back.",
                    "Write it like gewu ledger sheet --export 台账.xlsx, or gewu ledger sheet --import 台账.xlsx.");
        }
        LocalDate day = call.asOf().orElse(ledger.today());
        return in.isPresent()
                ? sheet.read(in.get(), call.written(), call.actor(), call.reason(), output)
                : sheet.write(call.option("--export").orElseThrow(), call.filter(), day, output);
    }

    /// Writes a letter that was sent, as it was then.
    private Exit print(LedgerCall call, Output output) {
        String file = call.option("--docx")
                .orElseThrow(() -> Fault.usage(
                        "“print” needs to know where.",
                        "Write it like gewu ledger print ZG-2024-0001-0001 --docx 督办函.docx."));
        List<String> ids = call.items("print");
        ids.forEach(call::known);
        Set<String> unknown = new Letters(ledger)
                .write(ids, call.option(Input.NUMBER.option()).orElse(""), Path.of(file));
        unknown.forEach(it -> output.note("The template has a place “" + it + "” for which the ledger has nothing."));
        output.row(DataRow.of("letter").with("file", file).with("items", ids).with("unknown", List.copyOf(unknown)));
        output.show(LedgerPanels.text("已写成：" + file, "Written: " + file));
        return Exit.DONE;
    }

    private Exit templates(LedgerCall call, Output output) {
        List<Path> files = new Letters(ledger).templates();
        files.forEach(it -> output.row(DataRow.of("template").with("file", it.toString())));
        String all = String.join("\n", files.stream().map(Path::toString).toList());
        output.show(LedgerPanels.text(
                "函件模板，可用 Word 或 WPS 修改：\n" + all, "Templates of letters, to be edited in Word:\n" + all));
        return Exit.DONE;
    }

    private Exit bulletin(LedgerCall call, Output output) {
        List<String> words = call.words();
        String word = words.isEmpty() ? "week" : words.getFirst();
        LocalDate day = call.asOf().orElse(ledger.today());
        Bulletin bulletin = Bulletin.of(ledger, clock.getZone(), word, day);
        call.option("--export").ifPresent(it -> BulletinFile.write(bulletin, Path.of(it)));
        output.row(DataRow.of("bulletin")
                .with("title", bulletin.title())
                .with("as_of", day.toString())
                .with("file", call.option("--export").orElse(null)));
        for (Bulletin.Table table : bulletin.tables()) {
            for (List<Object> row : table.rows()) {
                Map<String, Object> values = new LinkedHashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    Object value = row.get(i);
                    values.put(table.columns().get(i).head(), value instanceof Long ? value : value.toString());
                }
                output.row(DataRow.of("line").with("table", table.name()).with("values", values));
            }
        }
        if (!output.isJson()) {
            output.show(LedgerPanels.bulletin(bulletin));
        }
        return Exit.DONE;
    }
}
