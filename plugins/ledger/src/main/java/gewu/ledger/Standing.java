package gewu.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// How an item stands, in the columns that lists and figures need: made from the fold of its events, and from nothing
/// else.
///
/// @param values by column; figures as whole numbers, dates as ISO has them, empty text for none
record Standing(String id, Map<String, String> values) {
    /// A column and how it is read from an item.
    record Column(String name, boolean isNumber, Function<Fields, String> of) {}

    static final List<Column> COLUMNS = List.of(
            same("state"),
            same("title"),
            same("unit"),
            figure("year"),
            same("category"),
            same("severity"),
            same("kind"),
            text("source", it -> it.of("source_kind")),
            text("report", it -> it.of("source.1.report")),
            same("lead"),
            same("leader"),
            same("case_leader"),
            same("person"),
            same("deadline_first"),
            same("deadline"),
            same("proposed_on"),
            same("registered_on"),
            same("assigned_on"),
            same("received_on"),
            same("submitted_on"),
            same("closed_on"),
            same("suspended_until"),
            same("look_back_due"),
            same("result"),
            same("listed"),
            figure("progress"),
            figure("extensions"),
            count(
                    "look_backs",
                    it -> it.members("look_back").stream()
                            .filter(no -> !it.of("look_back." + no + ".found").equals("not_checked"))
                            .count()),
            count(
                    "rebounds",
                    it -> it.members("look_back").stream()
                            .filter(no -> !List.of("held", "not_checked").contains(it.of("look_back." + no + ".found")))
                            .count()),
            count("days_to_close", Standing::daysToClose),
            figure("reopened"),
            figure("occurrence"),
            count("remedies_done", it -> it.members("remedy", "state", "done").size()),
            figure("amount_found"),
            figure("amount_fixed"),
            text("asked", Standing::asked),
            same("verifier"),
            text("family", it -> it.of("family")),
            count("mentions", it -> it.count("mention")),
            figure("doubtful"),
            count(
                    "lost",
                    it -> Stream.of("source", "cause", "remedy")
                            .flatMap(list -> it.members(list).stream().map(no -> list + "." + no + ".lost"))
                            .filter(it::has)
                            .count()),
            figure("common"),
            figure("returned"),
            same("campaign"),
            same("closed_by"),
            text("milestone_due", Standing::nextMilestone),
            count(
                    "oddities",
                    it -> it.members("evidence").stream()
                            .filter(no -> Stream.of(Oddity.values())
                                    .anyMatch(oddity -> it.has("evidence." + no + "." + oddity.id())))
                            .count()),
            figure("rules_made"),
            count("persons_held", it -> Math.max(it.number("persons_held"), it.count("accountability"))));

    static Standing of(String id, Fields item) {
        Map<String, String> values = new LinkedHashMap<>();
        COLUMNS.forEach(it -> values.put(it.name(), it.of().apply(item)));
        return new Standing(id, values);
    }

    String of(String column) {
        return values.getOrDefault(column, "");
    }

    long number(String column) {
        return Long.parseLong(of(column));
    }

    Optional<LocalDate> date(String column) {
        return of(column).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(of(column)));
    }

    State state() {
        return State.valueOf(of("state"));
    }

    /// Whether its deadline has passed and it is still open.
    boolean isOverdue(LocalDate today) {
        return state().isOpen()
                && date("deadline").filter(it -> it.isBefore(today)).isPresent();
    }

    /// What is shown as its result (认定结果), in the five ways of the official ledger.
    String result(LocalDate today) {
        return switch (state()) {
            case CLOSED -> of("result").equals("basically_done") ? "basically_done" : "done";
            case LONG_TERM ->
                date("milestone_due").filter(it -> it.isBefore(today)).isEmpty()
                        ? "long_term"
                        : number("remedies_done") > 0 ? "ongoing" : "not_done";
            case PROPOSED, DISMISSED, MERGED -> "";
            case REGISTERED, ASSIGNED, IN_PROGRESS, SUBMITTED, SUSPENDED ->
                number("remedies_done") > 0
                                || (number("progress") > 0 && !isOverdue(today))
                                || state() == State.SUBMITTED
                        ? "ongoing"
                        : "not_done";
        };
    }

    /// The day of the next milestone that is not reached; empty if there is none.
    private static String nextMilestone(Fields item) {
        return item.members("milestone").stream()
                .filter(no -> !item.has("milestone." + no + ".done_on"))
                .map(no -> item.of("milestone." + no + ".due"))
                .filter(day -> !day.isEmpty())
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    /// Until when an extension was asked for that waits for a decision.
    private static String asked(Fields item) {
        return item.members("extension").stream()
                .filter(it -> !item.has("extension." + it + ".decision"))
                .map(it -> item.of("extension." + it + ".until"))
                .findFirst()
                .orElse("");
    }

    /// From 立项 to 销号; 0 for what is not closed.
    private static long daysToClose(Fields item) {
        if (!item.has("closed_on") || !item.has("registered_on")) {
            return 0;
        }
        return LocalDate.parse(item.of("closed_on")).toEpochDay()
                - LocalDate.parse(item.of("registered_on")).toEpochDay();
    }

    private static Column same(String name) {
        return text(name, it -> it.of(name));
    }

    private static Column text(String name, Function<Fields, String> of) {
        return new Column(name, false, of);
    }

    private static Column figure(String name) {
        return new Column(name, true, it -> it.has(name) ? it.of(name) : "0");
    }

    private static Column count(String name, Function<Fields, Number> of) {
        return new Column(name, true, it -> of.apply(it).toString());
    }
}
