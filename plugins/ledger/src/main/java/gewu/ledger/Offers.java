package gewu.ledger;

import gewu.api.Label;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What each input of an act may be given for one item: the values of closed lists, the units and persons that the
/// ledger knows, the item's own remedies, evidence and letters. For one thread.
final class Offers {
    private static final int MOST = 100;

    private final Ledger ledger;
    private final Office office;
    private final String id;
    private final Fields item;
    /// The same is asked for by many acts and guards.
    private final Map<Asked, List<Offer>> known = new HashMap<>();

    private record Asked(Act act, Input input) {}

    Offers(Ledger ledger, Office office, String id, Fields item) {
        this.ledger = ledger;
        this.office = office;
        this.id = id;
        this.item = item;
    }

    /// The values that are worth proposing, the likeliest first; none where anything may be written.
    List<Offer> of(Act act, Input input) {
        List<Offer> offers = known.get(new Asked(act, input));
        if (offers == null) {
            offers = read(act, input);
            known.put(new Asked(act, input), offers);
        }
        return offers;
    }

    private List<Offer> read(Act act, Input input) {
        return switch (input.kind()) {
            case CHOICE ->
                input.choices().orElseThrow().all().stream().map(Offers::offer).toList();
            case UNIT, UNITS -> parties(Party::isUnit);
            case PERSON -> parties(it -> !it.isUnit());
            case ITEM -> items(act);
            case NUMBER -> members(input);
            case TEXT -> texts(act, input);
            case DATE, MONEY -> List.of();
        };
    }

    /// Whether only what is offered makes sense.
    static boolean isClosed(Act act, Input input) {
        return switch (input) {
            case EVIDENCE, MILESTONE, POINT, CHECKLIST, BECAUSE -> true;
            case REMEDY -> act != Act.LINK;
            default -> input.kind() == Input.Kind.CHOICE;
        };
    }

    /// What is filled in at first; empty text for nothing.
    String first(Act act, Input input) {
        return switch (input) {
            case TITLE, CATEGORY, GOAL, STANDARD -> isOf(act, Act.REGISTER, Act.EDIT) ? item.of(named(input)) : "";
            case SEVERITY, KIND -> isOf(act, Act.REGISTER, Act.EDIT) ? shown(input, item.of(named(input))) : "";
            case SOURCE -> act == Act.EDIT ? shown(input, item.of("source_kind")) : "";
            case AMOUNT -> isOf(act, Act.REGISTER, Act.EDIT) ? money("amount_found") : "";
            case LEAD -> act == Act.ASSIGN ? name(item.has("lead") ? item.of("lead") : item.of("unit")) : "";
            case LEADER, CASE_LEADER, OVERSEER, VERIFIER ->
                isOf(act, Act.ASSIGN, Act.APPOINT) ? name(item.of(named(input))) : "";
            case PERSON -> isOf(act, Act.ASSIGN, Act.APPOINT, Act.RECEIVE) ? name(item.of("person")) : "";
            case PERCENT -> act == Act.SUBMIT ? "100" : item.of("progress");
            case REVIEW -> ledger.today().plusYears(1).toString();
            case LOOK_BACK ->
                act == Act.CLOSE
                        ? office.terms()
                                .lookBack(
                                        ledger.today(), !item.members("listing").isEmpty())
                                .toString()
                        : "";
            case VERDICT -> shown(input, "accepted");
            case RESULT -> shown(input, "done");
            case STRENGTH -> shown(input, "strong");
            case STATUS -> shown(input, "confirmed");
            case EVIDENCE ->
                act == Act.EXAMINE
                        ? item.members("evidence", "status", "to_examine").stream()
                                .findFirst()
                                .orElse("")
                        : "";
            case MILESTONE, POINT, REMEDY ->
                isOf(act, Act.REACH, Act.TICK, Act.FINISH, Act.WAIVE)
                        ? of(act, input).stream()
                                .map(Offer::written)
                                .findFirst()
                                .orElse("")
                        : "";
            case NUMBER -> isOf(act, Act.REPLY, Act.ACKNOWLEDGE) ? letter(act) : "";
            case TWIN -> act == Act.REGISTER && !item.members("similar").isEmpty() ? shown(input, "similar") : "";
            case CAMPAIGN -> item.of("campaign");
            default -> "";
        };
    }

    private static boolean isOf(Act act, Act... some) {
        return List.of(some).contains(act);
    }

    private static String named(Input input) {
        return input.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Offer offer(Choices.Choice it) {
        return new Offer(it.id(), it.label().zh(), it.label());
    }

    private static String shown(Input input, String kept) {
        return kept.isEmpty() ? "" : input.choices().orElseThrow().label(kept).zh();
    }

    private String name(String party) {
        return office.parties().name(party);
    }

    private String money(String field) {
        return item.number(field) == 0 ? "" : LedgerRows.yuan(item.of(field)) + "元";
    }

    private List<Offer> parties(Predicate<Party> which) {
        return office.parties().all().stream()
                .filter(which)
                .map(it -> new Offer(it.id(), it.name(), Label.same(it.name())))
                .toList();
    }

    /// Items beside which this one may be held: of its unit, or of others.
    private List<Offer> items(Act act) {
        Stream<String> all = act == Act.COMMON
                ? ledger.items().page(ItemFilter.ALL, false, MOST, 0).stream()
                        .map(it -> it.standing().id())
                        .filter(it -> !Ids.unitOf(it).equals(Ids.unitOf(id)))
                : ledger.items().ofUnit(item.of("unit")).stream();
        return all.filter(it -> !it.equals(id))
                .limit(MOST)
                .map(it -> new Offer(
                        it, it, Label.same(LedgerPanels.cut(office.subject(it).of("title")))))
                .toList();
    }

    private List<Offer> members(Input input) {
        return switch (input) {
            case EVIDENCE -> list("evidence", "name", _ -> true);
            case MILESTONE -> list("milestone", "name", no -> !item.has("milestone." + no + ".done_on"));
            case POINT -> list("check", "text", no -> !item.has("check." + no + ".done_on"));
            default -> List.of();
        };
    }

    private List<Offer> texts(Act act, Input input) {
        return switch (input) {
            case REMEDY -> remedies(act);
            case BECAUSE ->
                (act == Act.DISMISS ? Choices.DISMISSAL : Choices.SUSPENSION)
                        .all().stream().map(Offers::offer).toList();
            case CHECKLIST ->
                office.terms().checklists().stream().map(Offer::of).toList();
            case CATEGORY -> ledger.items().categories().stream().map(Offer::of).toList();
            case CAMPAIGN -> ledger.campaigns().stream().map(Offer::of).toList();
            case NUMBER -> isOf(act, Act.REPLY, Act.ACKNOWLEDGE) ? letters() : List.of();
            case OUTCOME -> List.of(Offer.of("无金额"));
            default -> List.of();
        };
    }

    private List<Offer> remedies(Act act) {
        boolean isToDo = isOf(act, Act.FINISH, Act.WAIVE);
        List<String> open = new ArrayList<>(item.members("remedy"));
        open.removeIf(no -> item.of("remedy." + no + ".status").equals("rejected")
                || (isToDo && List.of("done", "waived").contains(item.of("remedy." + no + ".state"))));
        return open.stream()
                .map(no -> new Offer(
                        no,
                        no,
                        Label.same(
                                no + "　" + LedgerPanels.cut(office.subject(no).of("text")))))
                .toList();
    }

    private List<Offer> letters() {
        return item.members("letter").stream()
                .map(no -> item.of("letter." + no + ".number"))
                .filter(it -> !it.isEmpty())
                .distinct()
                .map(Offer::of)
                .toList();
    }

    /// The last letter that waits for it.
    private String letter(Act act) {
        String done = act == Act.REPLY ? ".replied_on" : ".received_on";
        Optional<String> last = item.members("letter").stream()
                .filter(no -> !item.has("letter." + no + done))
                .reduce((_, second) -> second);
        return last.map(no -> item.of("letter." + no + ".number")).orElse("");
    }

    private List<Offer> list(String list, String part, Predicate<String> which) {
        return item.members(list).stream()
                .filter(which)
                .map(no -> new Offer(no, no, Label.same(no + "　" + item.of(list + "." + no + "." + part))))
                .toList();
    }

    /// Days that an act may be about, from tomorrow to after the deadline.
    List<Offer> days() {
        LocalDate today = ledger.today();
        LocalDate late = item.date("deadline").filter(today::isBefore).orElse(today);
        return Stream.of(today.plusDays(1), today.plusMonths(1), late.plusDays(1))
                .map(it -> Offer.of(it.toString()))
                .toList();
    }
}
