package gewu.ledger;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// People who do whatever comes to their minds, in whatever order, for years: what the gate lets pass makes a ledger.
final class RandomLedger {
    private static final List<String> PEOPLE = List.of("甲", "乙", "丙", "丁", "戊", "己");

    private final Desk desk;
    private final Random random;
    private final Map<String, Integer> done = new HashMap<>();

    RandomLedger(Desk desk, long seed) {
        this.desk = desk;
        this.random = new Random(seed);
        for (String unit : List.of("水利局", "农业局", "教育局")) {
            desk.rows("party", unit);
        }
    }

    /// Tries so many acts; some batches are taken back again.
    void live(int acts, int days) {
        Actor clerk = Actor.anybody("甲");
        for (int i = 0; i < 25; i++) {
            desk.ledger.act(Act.PROPOSE, List.of(""), inputs(Act.PROPOSE), "手工", clerk);
        }
        for (int i = 0; i < acts; i++) {
            if (random.nextInt(acts) < days) {
                desk.clock.goTo(desk.ledger.today().plusDays(1 + random.nextInt(9)));
                desk.ledger.catchUp();
            }
            List<String> ids = desk.ledger.items().ids(ItemFilter.ALL);
            String id = pick(ids);
            State state = State.valueOf(desk.state(id));
            if (random.nextInt(3) == 0) {
                hurry(id, state);
            }
            List<Act> possible = List.copyOf(Gate.possible(state).keySet());
            Act act = random.nextInt(10) == 0 ? pick(List.of(Act.values())) : pick(possible);
            if (act == Act.DISMISS && random.nextInt(4) > 0) {
                continue;
            }
            Role role = act == Act.RENEW ? Role.SYSTEM : pick(List.copyOf(act.who()));
            Actor actor = new Actor(pick(PEOPLE), Set.of(role), "");
            Outcome outcome = desk.ledger.act(act, List.of(act == Act.PROPOSE ? "" : id), inputs(act), "有理由", actor);
            if (!outcome.done().isEmpty()) {
                done.merge(act.id(), 1, Integer::sum);
                if (random.nextInt(25) == 0) {
                    desk.ledger.undo(outcome.batch(), "误办", actor);
                }
            }
        }
    }

    /// How often each act was done.
    Map<String, Integer> done() {
        return done;
    }

    /// Somebody does what is missing.
    private void hurry(String id, State state) {
        Fields item = desk.ledger.log().subject(id);
        switch (state) {
            case IN_PROGRESS, LONG_TERM -> {
                item.members("remedy").forEach(it -> does(Act.WAIVE, id, Map.of(Input.REMEDY, it)));
                does(Act.EVIDENCE, id, Map.of(Input.FILE, value(Input.FILE)));
                does(Act.SUBMIT, id, Map.of(Input.PERCENT, "100"));
            }
            case SUBMITTED -> {
                item.members("evidence")
                        .forEach(it -> does(Act.EXAMINE, id, Map.of(Input.EVIDENCE, it, Input.VERDICT, "accepted")));
                item.members("check").forEach(it -> does(Act.TICK, id, Map.of(Input.POINT, it)));
                does(Act.DELIST, id, Map.of(Input.TEXT, "验收通过"));
                does(Act.OUTCOME, id, Map.of(Input.OUTCOME, "无金额"));
                String result = random.nextInt(3) == 0 ? "basically_done" : "done";
                does(Act.VERIFY, id, Map.of(Input.RESULT, result));
                does(Act.CLOSE, id, Map.of());
            }
            default -> {
                // What is possible is done below.
            }
        }
    }

    private void does(Act act, String id, Map<Input, String> in) {
        Actor actor = new Actor(pick(PEOPLE), Set.of(pick(List.copyOf(act.who()))), "");
        Outcome outcome = desk.ledger.act(act, List.of(id), in, "有理由", actor);
        if (!outcome.done().isEmpty()) {
            done.merge(act.id(), 1, Integer::sum);
        }
    }

    private Map<Input, String> inputs(Act act) {
        Map<Input, String> in = new EnumMap<>(Input.class);
        for (Input it : act.takes()) {
            String value = value(it);
            if (!value.isEmpty()) {
                in.put(it, value);
            }
        }
        if (act == Act.REMEDY || act == Act.CAUSE) {
            in.keySet().removeAll(Set.of(Input.REPORT, Input.QUOTE, Input.START, Input.CONFIDENCE));
        }
        return in;
    }

    private String value(Input it) {
        LocalDate today = desk.ledger.today();
        if (it.choices().isPresent()) {
            return pick(it.choices().get().all()).id();
        }
        return switch (it) {
            case UNIT, LEAD, OVERSEER -> "DW-000" + (1 + random.nextInt(3));
            case YEAR -> Integer.toString(2024 + random.nextInt(3));
            case BECAUSE -> pick(List.of("other", "lawsuit", "policy", "settled"));
            case INTO, WITH -> pick(desk.ledger.items().ids(ItemFilter.ALL));
            case LEADER, PERSON, CASE_LEADER, VERIFIER, APPROVED_BY -> pick(PEOPLE);
            case DEADLINE, DUE, UNTIL, REVIEW, REPLY_DUE ->
                today.plusDays(1 + random.nextInt(60)).toString();
            case LOOK_BACK, DATED ->
                random.nextInt(3) == 0 ? today.plusDays(random.nextInt(40) - 5).toString() : "";
            case AMOUNT, FIXED -> Long.toString(100L * random.nextInt(1_000_000));
            case PERCENT -> random.nextInt(2) == 0 ? "100" : Integer.toString(random.nextInt(100));
            case RULES, PERSONS -> Integer.toString(random.nextInt(4));
            case EVIDENCE -> random.nextInt(3) == 0 ? "1" : "";
            case POINT, MILESTONE -> Integer.toString(1 + random.nextInt(4));
            case FILE ->
                Integer.toHexString(16 + random.nextInt(200)).repeat(64).substring(0, 64) + " 3 凭证.txt";
            case REMEDY -> desk.ledger.log().last(Ids.REMEDY);
            case NUMBER -> "1号";
            case CHECKLIST -> "三到位一处理";
            case REPORT, QUOTE, START, CONFIDENCE, PLACE, SEEN, ASSISTING -> "";
            default -> "文字";
        };
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
