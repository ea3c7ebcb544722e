package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.Panel.Field;
import gewu.api.workbench.View;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Letters and bulletins: looked at as they would be written, and written as Word or Excel.
final class PaperView implements View {
    private static final int LETTERS = 50;

    private final Ledger ledger;
    private final Clock clock;

    PaperView(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String cadence = parameters.getOrDefault("bulletin", "").strip();
        String items = parameters.getOrDefault("items", "").strip().toUpperCase(Locale.ROOT);
        LocalDate day = day(parameters.getOrDefault("as_of", "").strip());
        List<Panel> panels = new ArrayList<>();
        panels.add(ways(cadence));
        if (!cadence.isEmpty()) {
            panels.addAll(bulletin(cadence, day));
        } else if (items.isEmpty()) {
            panels.add(sent());
            panels.add(templates());
        } else {
            panels.addAll(letter(
                    List.of(items.split("[\\s、，,]+")),
                    parameters.getOrDefault("number", "").strip()));
        }
        return new Panel.Stack(panels);
    }

    private static Panel ways(String cadence) {
        Panel.Target here = new Panel.Target(Ways.PAPER);
        List<Panel.Link> links = new ArrayList<>();
        links.add(new Panel.Link(new Label("函件", "Letters"), here, cadence.isEmpty()));
        Stream.of(Bulletin.Cadence.values()).forEach(it -> {
            String name = it.label().zh() + "通报";
            links.add(new Panel.Link(
                    new Label(name, "Bulletin of the " + it.label().en()),
                    here.with("bulletin", name),
                    cadence.equals(name)));
        });
        return new Panel.Links(Label.same(""), links);
    }

    private List<Panel> bulletin(String cadence, LocalDate day) {
        Bulletin bulletin = Bulletin.of(ledger, clock.getZone(), cadence, day);
        return List.of(
                new Panel.Form(
                        new Label("写成文件（.docx、.xlsx 或 .md）", "Write it (.docx, .xlsx or .md)"),
                        "ledger",
                        List.of("bulletin", cadence),
                        Map.of("--as-of", day.toString()),
                        List.of(file("--export", bulletin.title() + ".docx")),
                        new Label("写成", "Write")),
                LedgerPanels.bulletin(bulletin));
    }

    /// The items about which letters were sent last.
    private Panel sent() {
        List<Panel.Row> rows = new ArrayList<>();
        Parties parties = ledger.parties();
        for (String id : ledger.log().lately(Act.LETTER.id(), LETTERS)) {
            Fields item = ledger.log().subject(id);
            item.members("letter").reversed().forEach(no -> {
                String at = "letter." + no + ".";
                String number = item.of(at + "number");
                rows.add(Panel.Row.of(
                                number,
                                Choices.LETTER.label(item.of(at + "kind")),
                                item.of(at + "sent_on"),
                                id,
                                LedgerPanels.cut(item.of("title")),
                                parties.name(item.has("lead") ? item.of("lead") : item.of("unit")),
                                item.of(at + "reply_due"),
                                item.of(at + "replied_on"))
                        .at(0, new Panel.Target(Ways.PAPER, Map.of("items", id, "number", number)))
                        .at(3, Ways.story(id)));
            });
        }
        return rows.isEmpty()
                ? LedgerPanels.text(
                        "还没有发过函件。在事项里办理“发函”，再到这里看样、写成 Word。",
                        "No letter was sent yet. Send one at an item; then look at it and write it here.")
                : new Panel.Table(
                        new Label("发过的函件，点文号看样", "Letters that were sent; numbers lead to their words"),
                        List.of(
                                Panel.Column.text("文号", "Number"),
                                Panel.Column.text("种类", "Kind"),
                                Panel.Column.text("发函", "Sent"),
                                Panel.Column.text("问题编号", "Item"),
                                Panel.Column.text("问题", "Problem"),
                                Panel.Column.text("收文单位", "To"),
                                Panel.Column.text("回复时限", "Reply due"),
                                Panel.Column.text("复函", "Replied")),
                        rows);
    }

    private static Panel templates() {
        return new Panel.Form(
                new Label("取出函件模板，用 Word 或 WPS 修改", "Bring out the templates of letters, to be edited in Word"),
                "ledger",
                List.of("templates"),
                List.of(),
                new Label("取出模板", "Bring out"));
    }

    private List<Panel> letter(List<String> ids, String number) {
        for (String id : ids) {
            if (!ledger.log().subject(id).has("state")) {
                throw LedgerCall.unknown(id);
            }
        }
        List<String> words = new ArrayList<>(List.of("print"));
        words.addAll(ids);
        List<String> paragraphs = new Letters(ledger).words(ids, number);
        String title = paragraphs.stream().findFirst().orElse("函件");
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Form(
                new Label("写成 Word", "Write it as Word"),
                "ledger",
                words,
                number.isEmpty() ? Map.of() : Map.of("--number", number),
                List.of(file("--docx", title + number + ".docx")),
                new Label("写成", "Write")));
        panels.add(new Panel.Text(String.join("\n", paragraphs)));
        return panels;
    }

    private static Field file(String option, String name) {
        return new Field(option, new Label("文件名", "File name"), Field.Kind.LINE)
                .holding(name.replaceAll("[\\\\/:*?\"<>|\\s]+", ""))
                .required();
    }

    private LocalDate day(String words) {
        try {
            return Optional.of(words)
                    .filter(it -> !it.isEmpty())
                    .map(LocalDate::parse)
                    .orElse(ledger.today());
        } catch (DateTimeParseException noDay) {
            throw Fault.usage("“" + words + "” is no date.", "Write it like 2026-05-01.", noDay);
        }
    }
}
