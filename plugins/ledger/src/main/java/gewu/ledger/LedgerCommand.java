package gewu.ledger;

import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.ledger.remind.Reminders;
import gewu.ledger.remind.Round;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `gewu ledger`: the items, what was done to them, and every act of the [Act] table by its English or Chinese name.
final class LedgerCommand implements Command {
    private static final int FOR_PEOPLE = 50;
    private static final int BATCHES = 20;
    private static final int FEW = 200;
    /// An event that no plan of reminders knows.
    private static final long CHANGED = -1;

    private final Store store;
    private final Ledger ledger;
    private final TakeAction take;
    private final TwinAction twin;
    private final Clock clock;
    private final Reminding reminding;

    LedgerCommand(Store store, Ledger ledger, TakeAction take, TwinAction twin, Clock clock, Reminding reminding) {
        this.store = store;
        this.take = take;
        this.twin = twin;
        this.ledger = ledger;
        this.clock = clock;
        this.reminding = reminding;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        List<String> words = call.arguments();
        String action = words.isEmpty() ? "list" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        return switch (action) {
            case "list", "台账" -> list(call, output);
            case "show", "查看" -> show(rest, output);
            case "history", "经过" -> history(rest, output);
            case "who", "谁办" -> who(rest, output);
            case "batches", "批次" -> batches(call, output);
            case "undo", "撤回" -> undo(rest, call, output);
            case "parties", "单位" -> parties(output);
            case "party", "登记" -> party(rest, call, output);
            case "figures", "统计" -> figures(call, output);
            case "rebuild", "重建" -> rebuild(output);
            case "take", "收录" -> taken(rest, call, output);
            case "twins", "查重" -> twins(rest, call, output);
            case "same", "同一" -> decided("same", rest, call, output);
            case "similar", "相近" -> decided("similar", rest, call, output);
            case "different", "不同" -> decided("different", rest, call, output);
            case "families", "共性问题" -> families(output);
            case "remind", "提醒" -> remind(output);
            case "reminders", "提醒记录" -> reminders(rest, call, output);
            case "calendar", "日历" -> calendar(call, output);
            case "sheet", "表格" -> sheet(call, output);
            case "print", "打印" -> print(named(rest, "print"), call, output);
            case "templates", "模板" -> templates(output);
            case "bulletin", "通报" -> bulletin(rest, call, output);
            case "add" -> act(Act.PROPOSE, rest, call, output);
            default ->
                act(
                        Named.find(Act.values(), action)
                                .orElseThrow(() -> Fault.usage(
                                        "There is no action “" + action + "” here.", Nearest.hint(action, actions()))),
                        rest,
                        call,
                        output);
        };
    }

    private Exit list(CommandCall call, Output output) {
        ItemFilter filter = filter(call);
        boolean isByDeadline = call.has("--by-deadline");
        int offset = call.number("--offset", 0);
        long total = ledger.items().count(filter);
        LedgerRows rows = rows();
        Reminders.Outlook outlook = reminding.outlook(output);
        if (output.isJson() && !call.has("--limit") && !isByDeadline && offset == 0) {
            ledger.items().each(filter, it -> output.row(row(rows, it, outlook)));
        } else {
            int limit = call.number("--limit", output.isJson() ? Integer.MAX_VALUE : FOR_PEOPLE);
            List<ItemTable.Kept> page = ledger.items().page(filter, isByDeadline, limit, offset);
            page.forEach(it -> output.row(row(rows, it, outlook)));
            if (!output.isJson()) {
                output.show(panels().table(page, total, offset));
            }
        }
        output.row(DataRow.of("total")
                .with("items", total)
                .with("as_of", ledger.today().toString()));
        return Exit.DONE;
    }

    private Exit show(List<String> ids, Output output) {
        for (String id : named(ids, "show")) {
            Fields item = known(id);
            List<Event> history = ledger.log().history(id);
            LedgerRows rows = rows();
            long last = history.getLast().sequence();
            output.row(Reminding.withNext(
                    rows.whole(id, item, history.size()),
                    reminding.outlook(output).next(id, last)));
            history.forEach(it -> output.row(rows.event(it)));
            if (!output.isJson()) {
                output.show(panels().story(id, item, history));
                output.show(reminding.panel(id, last));
            }
        }
        return Exit.DONE;
    }

    private Exit history(List<String> ids, Output output) {
        for (String id : named(ids, "history")) {
            List<Event> history = ledger.log().history(id);
            if (history.isEmpty()) {
                throw unknown(id);
            }
            LedgerRows rows = rows();
            history.forEach(it -> output.row(rows.event(it)));
            output.show(panels().history(history));
        }
        return Exit.DONE;
    }

    private Exit who(List<String> ids, Output output) {
        for (String id : named(ids, "who")) {
            State state = State.valueOf(known(id).of("state"));
            Gate.possible(state)
                    .forEach((act, who) -> output.row(DataRow.of("possible")
                            .with("item", id)
                            .with("state", state.id())
                            .with("act", act.id())
                            .with("name", act.label().zh())
                            .with(
                                    "to",
                                    act.isTransition()
                                            ? act.to(known(id)).map(State::id).orElse(null)
                                            : null)
                            .with("roles", who.stream().sorted().map(Role::id).toList())
                            .with("needs", act.guards().stream().map(Guard::id).toList())
                            .with("takes", act.takes().stream().map(Input::id).toList())));
            output.show(LedgerPanels.possible(state));
        }
        return Exit.DONE;
    }

    private Exit batches(CommandCall call, Output output) {
        List<Event> firsts = ledger.log().batches(call.number("--limit", BATCHES));
        Parties parties = ledger.parties();
        firsts.forEach(it -> output.row(DataRow.of("batch")
                .with("batch", it.batch())
                .with("at", it.at().toString())
                .with("act", it.act())
                .with("actor", parties.name(it.actor()))
                .with("reason", it.reason())
                .with("events", ledger.log().countOf(it.batch()))
                .with("undoes", it.undoes() == 0 ? null : it.undoes())));
        output.show(panels().batches(firsts, it -> ledger.log().countOf(it.batch())));
        return Exit.DONE;
    }

    private Exit undo(List<String> words, CommandCall call, Output output) {
        if (words.size() != 1 || !words.getFirst().matches("\\d{1,15}")) {
            throw Fault.usage(
                    "“undo” needs the number of a batch.",
                    "Write it like gewu ledger undo 12; gewu ledger batches lists them.");
        }
        Outcome outcome = ledger.undo(Long.parseLong(words.getFirst()), reason(call), actor(call));
        return told(outcome, output);
    }

    private Exit parties(Output output) {
        Parties parties = ledger.parties();
        LedgerRows rows = rows();
        parties.all().forEach(it -> output.row(rows.party(it)));
        output.row(DataRow.of("total").with("parties", parties.all().size()).with("open", parties.isOpen()));
        output.show(panels().parties());
        return Exit.DONE;
    }

    /// Enters a unit or a person, gives roles, or renames; the former name stays known.
    private Exit party(List<String> words, CommandCall call, Output output) {
        if (words.size() != 1) {
            throw Fault.usage(
                    "“party” needs a name.",
                    "Write it like gewu ledger party 水利局, or gewu ledger party 王五 --role 验收员.");
        }
        String name = words.getFirst().strip();
        Parties parties = ledger.parties();
        Optional<Party> known = parties.find(name);
        Optional<Role> role = call.option("--role").map(LedgerCommand::role);
        Optional<String> unit = call.option("--unit").map(parties::unit);
        boolean isPerson = known.map(it -> !it.isUnit()).orElse(role.isPresent() || unit.isPresent());
        Map<String, String> values = new LinkedHashMap<>();
        if (known.isEmpty()) {
            values.put("name", name);
        }
        role.ifPresent(it -> values.put("role." + it.id(), "1"));
        unit.ifPresent(it -> values.put("unit", it));
        call.option("--without-role").map(LedgerCommand::role).ifPresent(it -> {
            if (it == Role.ADMINISTRATOR && parties.isLastAdministrator(known)) {
                throw Fault.usage(
                        name + " is the only administrator; without one the ledger would be open to everybody.",
                        "Make somebody else administrator first.");
            }
            values.put("role." + it.id(), "");
        });
        call.option("--rename").ifPresent(it -> {
            String at = "former."
                    + (known.map(party -> party.fields().count("former")).orElse(0) + 1) + ".";
            values.put("name", it);
            values.put(at + "name", known.map(Party::name).orElse(name));
            values.put(at + "until", ledger.today().toString());
        });
        if (isPerson
                && role.equals(Optional.of(Role.UNIT))
                && unit.isEmpty()
                && known.map(Party::unit).orElse("").isEmpty()) {
            throw Fault.usage(
                    "Who acts for a unit belongs to one.",
                    "Write it like gewu ledger party 李四 --role 承办单位 --unit 水利局.");
        }
        String id = known.map(Party::id).orElse(isPerson ? Ids.PERSON : Ids.UNIT);
        ledger.party(
                id,
                "party",
                values,
                ledger.parties().isOpen() ? Actor.anybody(by(call)) : actor(without(call, "--role")));
        return parties(output);
    }

    private Exit figures(CommandCall call, Output output) {
        Optional<LocalDate> past = call.option("--as-of").map(LedgerCommand::day);
        String group = call.option("--by").orElse("");
        if (!group.isEmpty() && !LedgerFigures.GROUPS.contains(group)) {
            throw Fault.usage("--by takes no “" + group + "”.", Nearest.hint(group, LedgerFigures.GROUPS));
        }
        LocalDate day = past.orElse(ledger.today());
        LedgerFigures figures = new LedgerFigures(store, ledger);
        List<LedgerFigures.Figure> all =
                past.isPresent() ? figures.asOf(day, clock.getZone(), group) : figures.today(group);
        Parties parties = ledger.parties();
        if (!output.isJson()) {
            output.show(new LedgerPanels(parties, ledger.today(), ledger.terms()).figures(day, group, all));
            return Exit.DONE;
        }
        Map<String, List<String>> behind = figures.behind(day, clock.getZone(), group);
        for (LedgerFigures.Figure it : all) {
            output.row(DataRow.of("figure")
                    .with("figure", it.rate().id())
                    .with("name", it.rate().label().zh())
                    .with("as_of", day.toString())
                    .with("group", group.isEmpty() ? null : parties.name(it.group()))
                    .with("numerator", it.numerator())
                    .with("denominator", it.denominator())
                    .with("value", it.value().isEmpty() ? null : it.value())
                    .with("items", behind.getOrDefault(LedgerFigures.key(it.group(), it.rate()), List.of())));
        }
        return Exit.DONE;
    }

    private Exit rebuild(Output output) {
        ledger.rebuild();
        long items = ledger.items().count(ItemFilter.ALL);
        output.row(DataRow.of("total").with("items", items));
        output.show(LedgerPanels.text("已从记录重建 " + items + " 项。", items + " items made again from the events."));
        return Exit.DONE;
    }

    private Exit taken(List<String> words, CommandCall call, Output output) {
        Taken taken = take.take(words, call, actor(call));
        LedgerRows rows = rows();
        taken.refused().forEach(it -> output.row(rows.refusal(it)));
        output.row(TakeAction.row(taken));
        if (!output.isJson()) {
            output.show(LedgerPanels.taken(taken));
        }
        return taken.refused().isEmpty() ? Exit.DONE : Exit.SOME_FAILED;
    }

    /// Which items may be the same problem; without numbers, of all that wait for a person.
    private Exit twins(List<String> words, CommandCall call, Output output) {
        int limit = call.number("--limit", output.isJson() ? Integer.MAX_VALUE : FOR_PEOPLE);
        List<String> ids = words.isEmpty() ? ledger.items().ids(waiting(call)) : named(words, "twins");
        ids.forEach(this::known);
        twin.show(ids, !words.isEmpty(), limit, output);
        return Exit.DONE;
    }

    private ItemFilter waiting(CommandCall call) {
        ItemFilter asked = filter(call);
        return asked.states().isEmpty() ? asked.in(Set.of(State.PROPOSED)) : asked;
    }

    private Exit decided(String action, List<String> words, CommandCall call, Output output) {
        if (words.size() != 2) {
            throw Fault.usage(
                    "“" + action + "” needs the numbers of two items.",
                    "Write it like gewu ledger " + action + " ZG-2024-0001-0002 ZG-2023-0001-0007.");
        }
        List<String> ids = named(words, action);
        ids.forEach(this::known);
        Order order = twin.order(action, ids.getFirst(), ids.getLast(), reason(call));
        return told(ledger.carryOut(List.of(order), actor(call)), output);
    }

    private Exit families(Output output) {
        twin.families(output);
        return Exit.DONE;
    }

    private static DataRow row(LedgerRows rows, ItemTable.Kept it, Reminders.Outlook outlook) {
        return Reminding.withNext(
                rows.item(it.standing(), it.events()),
                outlook.next(it.standing().id(), it.lastEvent()));
    }

    /// Sends all reminders that have fallen due.
    private Exit remind(Output output) {
        Round round = reminding.run(output.progress());
        output.row(reminding.row(round));
        round.waiting().forEach(it -> output.row(reminding.row(it)));
        output.show(new Panel.Text(Reminding.told(round)));
        return round.waiting().isEmpty() ? Exit.DONE : Exit.SOME_FAILED;
    }

    private Exit reminders(List<String> items, CommandCall call, Output output) {
        items.forEach(it -> known(it.toUpperCase(Locale.ROOT)));
        reminding.list(items, call, output);
        return Exit.DONE;
    }

    private Exit calendar(CommandCall call, Output output) {
        ItemDays days = new ItemDays(ledger, clock, reminding.reminders());
        Optional<String> file = call.option("--export");
        if (file.isPresent()) {
            days.write(filter(call), Path.of(file.get()), output);
        } else {
            days.show(filter(call), call.has("--limit") ? call.number("--limit", 0) : -1, output);
        }
        return Exit.DONE;
    }

    private Exit sheet(CommandCall call, Output output) {
        SheetAction sheet = new SheetAction(ledger, clock.getZone());
        Optional<String> in = call.option("--import");
        if (in.isPresent() == call.has("--export")) {
            throw Fault.usage(
                    "“sheet” either writes a sheet or takes one back.",
                    "Write it like gewu ledger sheet --export 台账.xlsx, or gewu ledger sheet --import 台账.xlsx.");
        }
        LocalDate day = call.option("--as-of").map(LedgerCommand::day).orElse(ledger.today());
        return in.isPresent()
                ? sheet.read(in.get(), call, actor(call), reason(call), output)
                : sheet.write(call.option("--export").orElseThrow(), filter(call), day, output);
    }

    private Exit act(Act act, List<String> rest, CommandCall call, Output output) {
        Outcome caughtUp = ledger.catchUp();
        if (!caughtUp.done().isEmpty()) {
            output.note(caughtUp.done().size() + " suspended items came back: their suspension is over.");
        }
        Map<Input, String> words = inputs(call);
        List<String> ids = List.of("");
        if (act == Act.PROPOSE) {
            if (!rest.isEmpty()) {
                words.put(Input.TITLE, String.join(" ", rest));
            }
        } else {
            ids = new ArrayList<>(
                    rest.stream().map(it -> it.toUpperCase(Locale.ROOT)).toList());
            if (call.has("--where-state") || call.has("--where-unit")) {
                ids.addAll(ledger.items().ids(where(call)));
            }
            named(ids, act.name().toLowerCase(Locale.ROOT));
        }
        Map<Input, String> in = ledger.inputs().read(act, words);
        return told(ledger.act(act, ids, in, reason(call), actor(call)), output);
    }

    /// Writes a letter that was sent, as it was then.
    private Exit print(List<String> ids, CommandCall call, Output output) {
        String file = call.option("--docx")
                .orElseThrow(() -> Fault.usage(
                        "“print” needs to know where.",
                        "Write it like gewu ledger print ZG-2024-0001-0001 --docx 督办函.docx."));
        ids.forEach(this::known);
        Set<String> unknown = new Letters(ledger)
                .write(ids, call.option(Input.NUMBER.option()).orElse(""), Path.of(file));
        unknown.forEach(it -> output.note("The template has a place “" + it + "” for which the ledger has nothing."));
        output.row(DataRow.of("letter").with("file", file).with("items", ids).with("unknown", List.copyOf(unknown)));
        output.show(LedgerPanels.text("已写成：" + file, "Written: " + file));
        return Exit.DONE;
    }

    private Exit bulletin(List<String> words, CommandCall call, Output output) {
        String word = words.isEmpty() ? "week" : words.getFirst();
        Bulletin.Cadence cadence = Named.find(Bulletin.Cadence.values(), word)
                .orElseThrow(() -> Fault.usage(
                        "There is no bulletin for a “" + word + "”.", "Known: 周 week, 月 month, 季 quarter, 年 year."));
        LocalDate day = call.option("--as-of").map(LedgerCommand::day).orElse(ledger.today());
        Bulletin bulletin = Bulletin.of(ledger, clock.getZone(), cadence, day);
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

    private Exit templates(Output output) {
        List<Path> files = new Letters(ledger).templates();
        files.forEach(it -> output.row(DataRow.of("template").with("file", it.toString())));
        String all = String.join("\n", files.stream().map(Path::toString).toList());
        output.show(LedgerPanels.text(
                "函件模板，可用 Word 或 WPS 修改：\n" + all, "Templates of letters, to be edited in Word:\n" + all));
        return Exit.DONE;
    }

    private Exit told(Outcome outcome, Output output) {
        LedgerRows rows = rows();
        // For a few the next reminder is worked out anew; a bulk is not kept waiting for it.
        Optional<Reminders.Outlook> outlook = output.isJson() && outcome.done().size() <= FEW
                ? Optional.of(reminding.outlook(output))
                : Optional.empty();
        for (Outcome.Done it : outcome.done()) {
            if (it.id().startsWith(Ids.ITEM) && it.after().has("state")) {
                DataRow row = rows.item(
                        Standing.of(it.id(), it.after()), ledger.items().events(it.id()));
                output.row(outlook.map(known -> Reminding.withNext(row, known.next(it.id(), CHANGED)))
                        .orElse(row));
            }
        }
        outcome.refused().forEach(it -> output.row(rows.refusal(it)));
        output.row(DataRow.of("batch")
                .with("batch", outcome.batch() == 0 ? null : outcome.batch())
                .with("done", outcome.done().size())
                .with("refused", outcome.refused().size()));
        if (!output.isJson()) {
            output.show(panels().outcome(outcome));
        }
        return outcome.refused().isEmpty() ? Exit.DONE : Exit.SOME_FAILED;
    }

    private Actor actor(CommandCall call) {
        return ledger.parties().acting(by(call), call.option("--role").map(LedgerCommand::role));
    }

    private static String by(CommandCall call) {
        return call.option("--as").map(String::strip).orElse("");
    }

    private static String reason(CommandCall call) {
        return call.option("--reason").map(String::strip).orElse("");
    }

    private static CommandCall without(CommandCall call, String option) {
        Map<String, List<String>> options = new LinkedHashMap<>(call.options());
        options.remove(option);
        return new CommandCall(call.arguments(), options);
    }

    private static Role role(String word) {
        return Named.find(Role.values(), word)
                .filter(it -> it != Role.SYSTEM)
                .orElseThrow(() ->
                        Fault.usage("There is no role “" + word + "”.", "Known: 查阅, 录入员, 承办单位, 验收员, 督办员, 领导, 管理员."));
    }

    private static Map<Input, String> inputs(CommandCall call) {
        Map<Input, String> words = new EnumMap<>(Input.class);
        for (Input it : Input.values()) {
            call.option(it.option()).ifPresent(value -> words.put(it, value));
        }
        return words;
    }

    private ItemFilter filter(CommandCall call) {
        Parties parties = ledger.parties();
        LocalDate today = ledger.today();
        int soon = ledger.terms().soon();
        return new ItemFilter(
                states(call.option("--state")),
                call.option("--unit").map(parties::unit).orElse(""),
                call.number("--year", 0),
                choice(call, Input.KIND, Choices.KIND),
                choice(call, Input.SEVERITY, Choices.SEVERITY),
                call.option("--category").orElse(""),
                call.option("--person").map(parties::person).orElse(""),
                call.option("--text").orElse(""),
                call.has("--listed"),
                call.has("--overdue") ? Optional.of(today) : Optional.empty(),
                call.has("--soon") ? Optional.of(today.plusDays(soon)) : Optional.empty());
    }

    private ItemFilter where(CommandCall call) {
        ItemFilter all = ItemFilter.ALL;
        return new ItemFilter(
                states(call.option("--where-state")),
                call.option("--where-unit").map(ledger.parties()::unit).orElse(""),
                all.year(),
                all.kind(),
                all.severity(),
                all.category(),
                all.person(),
                all.words(),
                all.isListed(),
                all.overdue(),
                all.dueBy());
    }

    private static Set<State> states(Optional<String> words) {
        if (words.isEmpty()) {
            return Set.of();
        }
        EnumSet<State> states = EnumSet.noneOf(State.class);
        for (String word : words.get().split("[、，, ]+")) {
            states.add(Named.find(State.values(), word)
                    .orElseThrow(() -> Fault.usage(
                            "There is no state “" + word + "”.",
                            "Known: 待确认, 不予立项, 已立项, 待签收, 整改中, 长期整改, 待验收, 暂缓, 已销号, 已合并.")));
        }
        return states;
    }

    private static String choice(CommandCall call, Input input, Choices choices) {
        return call.option(input.option())
                .map(word -> choices.id(word)
                        .orElseThrow(() -> Fault.usage(
                                input.option() + " takes no “" + word + "”.",
                                "Known: "
                                        + String.join(
                                                ", ",
                                                choices.all().stream()
                                                        .map(it -> it.id() + " "
                                                                + it.label().zh())
                                                        .toList())
                                        + ".")))
                .orElse("");
    }

    private static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException notADay) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "--as-of: “" + word + "” is no date.",
                    "Write it like 2026-05-01.",
                    notADay);
        }
    }

    private static List<String> named(List<String> ids, String action) {
        if (ids.isEmpty()) {
            throw Fault.usage(
                    "“" + action + "” needs the number of an item.",
                    "Write it like gewu ledger " + action + " ZG-2024-0001-0001.");
        }
        return ids.stream().map(it -> it.toUpperCase(Locale.ROOT)).toList();
    }

    private Fields known(String id) {
        Fields item = ledger.log().subject(id);
        if (!item.has("state")) {
            throw unknown(id);
        }
        return item;
    }

    private static WorkbenchException unknown(String id) {
        return Fault.usage("The ledger has no " + id + ".", "gewu ledger list lists what it has.");
    }

    private static List<String> actions() {
        List<String> actions = new ArrayList<>(List.of(
                "list",
                "show",
                "history",
                "who",
                "batches",
                "undo",
                "parties",
                "party",
                "figures",
                "rebuild",
                "add",
                "take",
                "twins",
                "same",
                "families",
                "remind",
                "reminders",
                "calendar",
                "sheet",
                "print",
                "templates",
                "bulletin"));
        for (Act it : Act.values()) {
            actions.add(it.id().replace('_', '-'));
            actions.add(it.label().zh());
        }
        return actions;
    }

    private LedgerRows rows() {
        return new LedgerRows(ledger.parties(), ledger.today());
    }

    private LedgerPanels panels() {
        return new LedgerPanels(ledger.parties(), ledger.today(), ledger.terms());
    }
}
