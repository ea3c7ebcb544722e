package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.Panel.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The acts that an item's state allows, as forms: what is filled in comes from the [Act] table, what is needed and
/// what is in the way from its guards. For one thread.
final class ActForms {
    /// The parameter of a view that says which form is open.
    static final String ACT = "act";

    private static final String UNDO = "undo";
    /// The straight way from the proposal to the end.
    private static final List<Act> STRAIGHT = List.of(Act.REGISTER, Act.ASSIGN, Act.RECEIVE, Act.SUBMIT, Act.CLOSE);
    /// What is done where the straight way is not open yet, the most urgent first.
    private static final List<Act> MEANWHILE = List.of(
            Act.DECIDE, Act.VERIFY, Act.EXAMINE, Act.OUTCOME, Act.TICK, Act.FINISH, Act.EVIDENCE, Act.LOOK_BACK);
    /// What programs give, and people do not.
    private static final Set<Input> NOT_FOR_PEOPLE =
            EnumSet.of(Input.START, Input.CONFIDENCE, Input.PLACE, Input.SEEN, Input.EXTENSION);
    private static final Set<Input> LONG =
            EnumSet.of(Input.TEXT, Input.GOAL, Input.QUOTE, Input.OUTCOME, Input.CRITERIA);

    private final String id;
    private final Fields item;
    private final long seen;
    private final Office office;
    private final Offers offers;
    private final List<Trial> trials = new ArrayList<>();

    /// @param seen how many events the item has
    ActForms(Ledger ledger, String id, Fields item, long seen) {
        this.id = id;
        this.item = item;
        this.seen = seen;
        this.office = ledger.office();
        this.offers = new Offers(ledger, office, id, item);
        Gate.possible(State.valueOf(item.of("state"))).forEach((act, who) -> {
            if (!who.equals(Set.of(Role.SYSTEM))) {
                trials.add(Trial.of(act, id, item, offers, office));
            }
        });
    }

    /// All that the state allows people, transitions first.
    List<Trial> all() {
        return List.copyOf(trials);
    }

    /// What can be done now, transitions first.
    List<Trial> open() {
        return trials.stream().filter(Trial::isOpen).toList();
    }

    /// The act of this name, if the state allows it.
    Optional<Trial> find(String word) {
        return trials.stream().filter(it -> it.act().isMeantBy(word)).findFirst();
    }

    /// What is most likely done next; nothing where only people know.
    Optional<Trial> next() {
        boolean isAsked = find(Act.DECIDE.id()).filter(Trial::isOpen).isPresent();
        Optional<Trial> straight =
                open().stream().filter(it -> STRAIGHT.contains(it.act())).findFirst();
        return straight.isPresent() && !isAsked ? straight : meanwhile();
    }

    private Optional<Trial> meanwhile() {
        return MEANWHILE.stream()
                .flatMap(act -> open().stream().filter(it -> it.act() == act))
                .filter(it -> !isDone(it.act()))
                .findFirst();
    }

    /// Whether it was done once and need not be done again now.
    private boolean isDone(Act act) {
        return switch (act) {
            case VERIFY -> item.has("result");
            case EXAMINE -> item.members("evidence", "status", "to_examine").isEmpty();
            case OUTCOME -> item.has("outcome") || State.valueOf(item.of("state")) != State.SUBMITTED;
            case EVIDENCE -> item.count("evidence") > item.number("evidence_before");
            default -> false;
        };
    }

    /// Ways to the forms, and the form that is open: the one asked for, else the one that is most likely next.
    ///
    /// @param here   the view in which they stand
    /// @param wanted the name of an act; empty for none
    /// @param last   the last event of the item
    List<Panel> panels(Panel.Target here, String wanted, Event last) {
        List<Panel> panels = new ArrayList<>();
        boolean isUndo = wanted.equals(UNDO);
        Optional<Trial> shown = isUndo ? Optional.empty() : find(wanted).or(this::next);
        Optional<Act> current = shown.map(Trial::act);
        links(new Label("流转", "On its way"), true, here, current).ifPresent(panels::add);
        links(new Label("登记", "Write down"), false, here, current).ifPresent(panels::add);
        panels.add(new Panel.Links(
                Label.same(""),
                List.of(new Panel.Link(
                        new Label("撤回上一步…", "Take the last step back…"), here.with(ACT, UNDO), isUndo))));
        shown.map(it -> it.isOpen() ? form(it) : refused(it)).ifPresent(panels::add);
        if (isUndo) {
            panels.add(undo(last));
        }
        missing().filter(_ -> shown.filter(it -> !it.isOpen()).isEmpty()).ifPresent(panels::add);
        return panels;
    }

    private Optional<Panel> links(Label title, boolean isTransition, Panel.Target here, Optional<Act> current) {
        List<Panel.Link> links = open().stream()
                .map(Trial::act)
                .filter(it -> it.isTransition() == isTransition)
                .map(it -> new Panel.Link(
                        it.label(),
                        here.with(ACT, it.id()),
                        current.filter(it::equals).isPresent()))
                .toList();
        return links.isEmpty() ? Optional.empty() : Optional.of(new Panel.Links(title, links));
    }

    /// The form of an act that can be done.
    Panel.Form form(Trial it) {
        Act act = it.act();
        List<Field> fields = new ArrayList<>();
        for (Input input : act.takes()) {
            // Where there is nothing to choose from, there is no choice.
            boolean isVain =
                    Offers.isClosed(act, input) && offers.of(act, input).isEmpty();
            if (!NOT_FOR_PEOPLE.contains(input) && !isVain) {
                fields.add(field(it, input, offers));
            }
        }
        if (it.isReasoned()) {
            fields.add(reason().required());
        }
        fields.add(actor(office.parties()));
        Label who = Gate.who(act, item, office);
        return new Panel.Form(
                new Label(act.label().zh() + "　由" + who.zh() + "办理", act.label().en() + ", by " + who.en()),
                "ledger",
                List.of(act.id().replace('_', '-'), id),
                settled(),
                fields,
                act.label());
    }

    /// The form of a problem that is entered by hand.
    static Panel proposal(Ledger ledger) {
        Office office = ledger.office();
        Offers offers = new Offers(ledger, office, "", Fields.NONE);
        Set<Input> needed = EnumSet.of(Input.TITLE, Input.UNIT, Input.YEAR);
        Trial trial = new Trial(Act.PROPOSE, needed, false, List.of());
        List<Field> fields = new ArrayList<>();
        for (Input input : Act.PROPOSE.takes()) {
            if (!NOT_FOR_PEOPLE.contains(input)) {
                Field field = field(trial, input, offers);
                fields.add(
                        input == Input.YEAR
                                ? field.holding(Integer.toString(ledger.today().getYear()))
                                : field);
            }
        }
        fields.add(reason());
        fields.add(actor(office.parties()));
        Label name = Act.PROPOSE.label();
        return new Panel.Form(name, "ledger", List.of("add"), fields, name);
    }

    private Map<String, String> settled() {
        Map<String, String> settled = new HashMap<>();
        settled.put("--events", Long.toString(seen));
        return settled;
    }

    private static Field field(Trial it, Input input, Offers offers) {
        Act act = it.act();
        List<Panel.Choice> choices =
                offers.of(act, input).stream().map(Offer::choice).toList();
        Field.Kind kind;
        if (Offers.isClosed(act, input)) {
            kind = Field.Kind.CHOICE;
        } else if (input == Input.FILE) {
            kind = Field.Kind.FILE;
        } else if (input.kind() == Input.Kind.DATE) {
            kind = Field.Kind.DAY;
        } else if (input.kind() == Input.Kind.NUMBER) {
            kind = Field.Kind.NUMBER;
        } else if (LONG.contains(input)) {
            kind = Field.Kind.WORDS;
        } else {
            kind = Field.Kind.LINE;
        }
        return new Field(
                input.option(),
                label(act, input),
                kind,
                offers.first(act, input),
                kind == Field.Kind.WORDS ? List.of() : choices,
                it.needed().contains(input));
    }

    private static Label label(Act act, Input input) {
        Label label = input.label();
        return switch (input) {
            case DEADLINE ->
                act == Act.REGISTER
                        ? new Label(label.zh() + "（空着按时限规则）", label.en() + " (empty: by the rules)")
                        : label;
            case TEXT -> text(act, label);
            case CRITERIA -> act == Act.VERIFY ? new Label("符合的标准", "Criteria that are met") : label;
            case ASSISTING -> new Label(label.zh() + "（可多个，用顿号）", label.en() + " (several with commas)");
            case AMOUNT, FIXED -> new Label(label.zh() + "（如 12.5万元）", label.en() + " (such as 12.5万元)");
            default -> label;
        };
    }

    private static Label text(Act act, Label label) {
        return switch (act) {
            case CAUSE, REMEDY, NOTE -> act.label();
            case FINISH -> new Label("完成情况", "What was done");
            case REPORT -> new Label("进展情况", "Progress");
            case VERIFY -> new Label("验收意见", "What was found");
            case LOOK_BACK -> new Label("回头看情况", "What was found");
            case REPLY -> new Label("复函内容", "The reply");
            case ADVISE -> new Label("建议内容", "The recommendation");
            case DELIST -> new Label("达标情况", "How the criteria are met");
            case TICK, ACCOUNT -> new Label("说明", "Remark");
            default -> label;
        };
    }

    static Field reason() {
        return new Field("--reason", new Label("理由", "Reason"), Field.Kind.WORDS);
    }

    /// Who acts. With accounts the workbench knows.
    static Field actor(Parties parties) {
        List<Panel.Choice> people = parties.all().stream()
                .filter(it -> !it.isUnit())
                .map(it -> new Panel.Choice(
                        it.name(), it.roles().isEmpty() ? Label.same(it.name()) : LedgerPanels.roles(it.roles())))
                .toList();
        return new Field("--as", new Label("办理人", "Who acts"), Field.Kind.LINE, "", people, !parties.isOpen());
    }

    /// The form that takes the batch of an item's last event back.
    private Panel undo(Event last) {
        Label act = LedgerPanels.act(last.act());
        String by = office.parties().name(last.actor());
        return new Panel.Form(
                new Label(
                        "撤回上一步：" + act.zh() + "（" + by + "，批次 " + last.batch() + "；同批的一起撤回）",
                        "Take back: " + act.en() + " (" + by + ", batch " + last.batch() + ", as a whole)"),
                "ledger",
                List.of(UNDO, Long.toString(last.batch())),
                List.of(reason(), actor(office.parties())),
                new Label("撤回", "Take back"));
    }

    /// Why an act can't be done, and what can be.
    Panel refused(Trial it) {
        Label who = Gate.who(it.act(), item, office);
        Label why = why(it);
        return LedgerPanels.text(
                "现在还不能" + it.act().label().zh() + "：" + why.zh() + "。由" + who.zh() + "办理。",
                "Not possible yet, " + it.act().label().en() + ": it needs " + why.en() + ". It is for " + who.en()
                        + ".");
    }

    private static Label why(Trial it) {
        // People here have fields, not options.
        return new Label(
                it.inTheWay().stream()
                        .map(guard -> guard.label().zh().replaceAll("（--[^）]*）", ""))
                        .collect(Collectors.joining("；")),
                it.inTheWay().stream()
                        .map(guard -> guard.label().en().replaceAll(" \\(--[^)]*\\)", ""))
                        .collect(Collectors.joining("; ")));
    }

    /// What the next step on the straight way still lacks.
    private Optional<Panel> missing() {
        return trials.stream()
                .filter(it -> STRAIGHT.contains(it.act()) && !it.isOpen())
                .findFirst()
                .map(this::refused);
    }

    /// What the state allows but something else does not: why, and who could.
    Optional<Panel> shut() {
        List<Panel.Row> rows = trials.stream()
                .filter(it -> !it.isOpen())
                .map(it -> Panel.Row.of(it.act().label(), why(it), Gate.who(it.act(), item, office)))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel.Table(
                        new Label("现在还不能办理", "Not possible yet"),
                        List.of(
                                Panel.Column.text("办理", "Act"),
                                Panel.Column.text("还缺什么", "What it needs"),
                                Panel.Column.text("由谁", "By")),
                        rows));
    }
}
