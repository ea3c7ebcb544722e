package gewu.ledger;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Panel;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which items are asked for, in the words of people: as parameters of views, as options of a call, as they were saved.
///
/// @param words values by name; see [#NAMES]
record ItemWords(SortedMap<String, String> words) {
    /// The names, in the order in which people are told of them, each with how it is called.
    static final Map<String, Label> NAMES = new LinkedHashMap<>();

    static final ItemWords ALL = new ItemWords(new TreeMap<>());

    private static final String YES = "是";

    static {
        name("state", "状态", "state");
        name("unit", "责任单位", "unit");
        name("year", "年度", "year");
        name("kind", "整改类型", "kind");
        name("severity", "等级", "severity");
        name("category", "问题类别", "category");
        name("source", "问题来源", "source");
        name("person", "责任人或领导", "person or leader");
        name("case_leader", "包案领导", "leader in charge");
        name("verifier", "验收人", "verifier");
        name("decider", "批复领导", "leader who decides");
        name("words", "摘要含", "words of the title");
        name("overdue", "超期", "overdue");
        name("soon", "临期和超期", "due soon or overdue");
        name("listed", "挂牌", "listed");
        name("waits", "等待", "waiting for");
        name("lead", "牵头单位", "lead unit");
        name("owner", "所属单位", "unit that owns it");
        name("figure", "指标", "figure");
        name("part", "分子或分母", "numerator or denominator");
    }

    ItemWords {
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    }

    /// What is known here of a view's parameters.
    static ItemWords of(Map<String, String> parameters) {
        TreeMap<String, String> words = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (NAMES.containsKey(name) && !value.isBlank()) {
                words.put(name, value.strip());
            }
        });
        return new ItemWords(words);
    }

    /// The options of a call that say which items are wanted.
    static ItemWords of(CommandCall call) {
        TreeMap<String, String> words = new TreeMap<>();
        for (String name : NAMES.keySet()) {
            String option = name.equals("words") ? Input.TEXT.option() : "--" + name.replace('_', '-');
            call.option(option).ifPresent(it -> words.put(name, it.strip()));
            if (call.has(option) && isSwitch(name)) {
                words.put(name, YES);
            }
        }
        return new ItemWords(words);
    }

    /// Reads what [#written] wrote; names that are not known any more are left out.
    static ItemWords read(String lines) {
        return of(lines.lines()
                .map(it -> it.split("\t", 2))
                .filter(it -> it.length == 2)
                .collect(Collectors.toMap(it -> it[0], it -> it[1])));
    }

    /// Lines of name, tab, value.
    String written() {
        return words.entrySet().stream()
                .map(it -> it.getKey() + "\t" + it.getValue().replace('\t', ' ').replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    String of(String name) {
        return words.getOrDefault(name, "");
    }

    /// These and others; where both say something, these win.
    ItemWords and(ItemWords others) {
        TreeMap<String, String> both = new TreeMap<>(others.words());
        both.putAll(words);
        return new ItemWords(both);
    }

    /// The same with another value; an empty one takes the name away.
    ItemWords with(String name, String value) {
        TreeMap<String, String> more = new TreeMap<>(words);
        if (value.isEmpty()) {
            more.remove(name);
        } else {
            more.put(name, value);
        }
        return new ItemWords(more);
    }

    /// Only overdue ones, only ones that are due soon, and so on.
    ItemWords only(String name) {
        return with(name, YES);
    }

    /// A view of these items.
    Panel.Target in(String view) {
        return new Panel.Target(view, words);
    }

    /// 状态 整改中、责任单位 水利局.
    Label told() {
        return new Label(
                words.entrySet().stream().map(it -> told(it).zh()).collect(Collectors.joining("、")),
                words.entrySet().stream().map(it -> told(it).en()).collect(Collectors.joining(", ")));
    }

    private static Label told(Map.Entry<String, String> word) {
        Label name = NAMES.getOrDefault(word.getKey(), Label.same(word.getKey()));
        return isSwitch(word.getKey())
                ? name
                : new Label(name.zh() + " " + word.getValue(), name.en() + " " + word.getValue());
    }

    private static boolean isSwitch(String name) {
        return name.equals("overdue") || name.equals("soon") || name.equals("listed");
    }

    /// Reads the words.
    ///
    /// @throws WorkbenchException if a value is none that its name takes
    ItemFilter filter(Ledger ledger) {
        Parties parties = ledger.parties();
        LocalDate today = ledger.today();
        ItemFilter filter = new ItemFilter(
                states(of("state")),
                given("unit").map(parties::unit).orElse(""),
                year(),
                choice("kind", Choices.KIND),
                choice("severity", Choices.SEVERITY),
                of("category"),
                given("person").map(parties::person).orElse(""),
                of("words"),
                given("listed").isPresent(),
                given("overdue").map(_ -> today),
                given("soon").map(_ -> today.plusDays(ledger.terms().soon())));
        for (String column : List.of("case_leader", "verifier")) {
            filter = given(column).isEmpty() ? filter : filter.with(column, parties.person(of(column)));
        }
        filter = given("decider").isEmpty() ? filter : filter.with("decider", parties.person(of("decider")));
        filter = given("lead").isEmpty() ? filter : filter.with("lead", parties.unit(of("lead")));
        filter = given("owner").isEmpty() ? filter : filter.with("unit", parties.unit(of("owner")));
        filter = given("source").isEmpty() ? filter : filter.with("source", choice("source", Choices.SOURCE));
        Optional<Subset> subset = subset(ledger, today);
        return subset.isEmpty() ? filter : filter.of(subset.get());
    }

    private Optional<Subset> subset(Ledger ledger, LocalDate today) {
        if (given("waits").isPresent()) {
            return Optional.of(new Subset.Waiting(
                    named("waits", Subset.Waiting.For.values()),
                    today,
                    ledger.terms().soon()));
        }
        return given("figure")
                .map(_ -> new Subset.Behind(
                        named("figure", Rate.values()), !of("part").equals("denominator"), today));
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(words.get(name));
    }

    private int year() {
        if (given("year").isEmpty()) {
            return 0;
        }
        if (!of("year").matches("\\d{4}")) {
            throw Fault.usage("“" + of("year") + "” is no year.", "Write it like 2024.");
        }
        return Integer.parseInt(of("year"));
    }

    private String choice(String name, Choices choices) {
        return given(name)
                .map(word -> choices.id(word)
                        .orElseThrow(
                                () -> unknown(name, word, choices.all().stream().map(Choices.Choice::label))))
                .orElse("");
    }

    private <T extends Named> T named(String name, T[] all) {
        return Named.find(all, of(name))
                .orElseThrow(() -> unknown(name, of(name), Stream.of(all).map(Named::label)));
    }

    private static WorkbenchException unknown(String name, String word, Stream<Label> known) {
        return Fault.usage(
                name + " takes no “" + word + "”.",
                "Known: " + known.map(Label::zh).collect(Collectors.joining(", ")) + ".");
    }

    private static Set<State> states(String words) {
        EnumSet<State> states = EnumSet.noneOf(State.class);
        for (String word : words.isEmpty() ? new String[0] : words.split("[、，, ]+")) {
            states.add(Named.find(State.values(), word)
                    .orElseThrow(() -> Fault.usage(
                            "There is no state “" + word + "”.",
                            "Known: 待确认, 不予立项, 已立项, 待签收, 整改中, 长期整改, 待验收, 暂缓, 已销号, 已合并.")));
        }
        return states;
    }

    private static void name(String name, String zh, String en) {
        NAMES.put(name, new Label(zh, en));
    }
}
