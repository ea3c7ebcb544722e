package gewu.ledger;

import gewu.api.Label;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All that can be done to an item. The first fifteen are the transitions; what follows leaves the state as it is. The
/// [#TABLE] says from which states, to which, by whom, under which guards and with which inputs; whatever is not in it
/// is refused, for every door.
enum Act implements Named {
    PROPOSE,
    REGISTER,
    DISMISS,
    MERGE,
    ASSIGN,
    RECEIVE,
    RETURN,
    PROLONG,
    SUBMIT,
    SEND_BACK,
    CLOSE,
    REOPEN,
    SUSPEND,
    RESUME,
    REVIVE,
    EDIT,
    CAUSE,
    REMEDY,
    LINK,
    FINISH,
    WAIVE,
    MILESTONE,
    REACH,
    ASK,
    DECIDE,
    REPORT,
    EVIDENCE,
    EXAMINE,
    VERIFY,
    OUTCOME,
    LOOK_BACK,
    ENLIST,
    DELIST,
    APPOINT,
    LETTER,
    REPLY,
    ACKNOWLEDGE,
    ADVISE,
    ACCOUNT,
    CHECKLIST,
    TICK,
    CAMPAIGN,
    NOTE,
    RENEW,
    RECUR,
    COMMON,
    SIMILAR,
    DIFFERENT,
    REVIEW,
    CONTINUE;

    /// Each act: its names, states, roles; what it needs (guards) and what it takes (inputs). `former` is the state
    /// before a suspension, `unfinished` every state but 不予立项, 已合并 and 已销号; – is none.
    private static final String TABLE = """
            PROPOSE: 录入, propose: – → PROPOSED: SYSTEM CLERK
                needs SOURCE
                takes UNIT YEAR TITLE TEXT CATEGORY SEVERITY SOURCE REPORT QUOTE START AMOUNT CONFIDENCE
            REGISTER: 立项, register: PROPOSED → REGISTERED: SUPERVISOR
                needs DESCRIBED DEADLINE_AHEAD TWIN_ANSWERED
                takes TITLE CATEGORY SEVERITY KIND GOAL STANDARD DEADLINE TWIN AMOUNT
            DISMISS: 不予立项, dismiss: PROPOSED → DISMISSED: SUPERVISOR
                needs LISTED_REASON REASON
                takes BECAUSE
            MERGE: 合并, merge: PROPOSED REGISTERED → MERGED: SUPERVISOR
                needs TARGET SAME_UNIT NOT_CLOSED
                takes INTO
            ASSIGN: 交办, assign: REGISTERED → ASSIGNED: SUPERVISOR
                needs LEAD_AND_LEADER NUMBER ANSWERED
                takes LEAD LEADER ASSISTING PERSON CASE_LEADER OVERSEER NUMBER
            RECEIVE: 签收, receive: ASSIGNED → IN_PROGRESS: UNIT
                needs OWN_UNIT PERSON_NAMED
                takes PERSON
            RETURN: 退回, return: ASSIGNED → REGISTERED: UNIT
                needs OWN_UNIT REASON
                takes –
            PROLONG: 转长期, prolong: IN_PROGRESS → LONG_TERM: SUPERVISOR
                needs REASON MILESTONE_AHEAD REVIEW_WITHIN_A_YEAR LEADER_APPROVED
                takes REVIEW APPROVED_BY
            SUBMIT: 报验, submit: IN_PROGRESS LONG_TERM → SUBMITTED: UNIT
                needs OWN_UNIT REMEDIES_DONE EVIDENCE_GIVEN PROGRESS_FULL
                takes PERCENT
            SEND_BACK: 退回补正, send back: SUBMITTED → IN_PROGRESS: VERIFIER
                needs REASON
                takes –
            CLOSE: 销号, close: SUBMITTED → CLOSED: VERIFIER
                needs NOT_SUBMITTER NOT_RESPONSIBLE ACCEPTED EVIDENCE_ACCEPTED OUTCOME_FILLED LOOK_BACK_AHEAD DELISTED CHECKED
                takes NUMBER LOOK_BACK
            REOPEN: 反弹重开, reopen: CLOSED → IN_PROGRESS: SUPERVISOR
                needs REASON REBOUND HALF_THE_TIME
                takes DEADLINE RULING
            SUSPEND: 暂缓, suspend: REGISTERED ASSIGNED IN_PROGRESS LONG_TERM SUBMITTED → SUSPENDED: LEADER
                needs SUSPENSION_CAUSE UNTIL_AHEAD
                takes BECAUSE UNTIL
            RESUME: 恢复, resume: SUSPENDED → former: SYSTEM SUPERVISOR
                needs SUSPENSION_OVER
                takes –
            REVIVE: 撤销, revive: DISMISSED MERGED → PROPOSED: SUPERVISOR
                needs REASON
                takes –
            EDIT: 修改, edit: unfinished → –: CLERK SUPERVISOR
                needs SOMETHING
                takes TITLE TEXT CATEGORY SEVERITY GOAL STANDARD SOURCE REPORT QUOTE START AMOUNT
            CAUSE: 原因, cause: unfinished → –: SYSTEM CLERK SUPERVISOR UNIT
                needs TEXT_GIVEN
                takes TEXT CATEGORY NATURE REPORT QUOTE START
            REMEDY: 措施, remedy: unfinished → –: SYSTEM CLERK SUPERVISOR UNIT
                needs TEXT_GIVEN OWN_UNIT
                takes TEXT STRENGTH STATUS DUE LEAD MANNER ADDRESSEE REPORT QUOTE START CONFIDENCE
            LINK: 关联措施, link: unfinished → –: SYSTEM CLERK SUPERVISOR
                needs REMEDY_KNOWN
                takes REMEDY STRENGTH STATUS CONFIDENCE
            FINISH: 完成措施, finish: IN_PROGRESS LONG_TERM → –: UNIT
                needs OWN_UNIT REMEDY_LINKED
                takes REMEDY TEXT
            WAIVE: 免除措施, waive: REGISTERED ASSIGNED IN_PROGRESS LONG_TERM → –: SUPERVISOR
                needs REASON REMEDY_LINKED
                takes REMEDY
            MILESTONE: 设节点, milestone: REGISTERED ASSIGNED IN_PROGRESS LONG_TERM → –: SUPERVISOR UNIT
                needs OWN_UNIT NAME_AND_DUE
                takes NAME DUE
            REACH: 达成节点, reach: IN_PROGRESS LONG_TERM → –: UNIT
                needs OWN_UNIT MILESTONE_OPEN
                takes MILESTONE
            ASK: 申请延期, ask: ASSIGNED IN_PROGRESS LONG_TERM → –: UNIT
                needs OWN_UNIT REASON LATER_DEADLINE NOTHING_ASKED WITHIN_TERM
                takes UNTIL
            DECIDE: 批复延期, decide: ASSIGNED IN_PROGRESS LONG_TERM SUBMITTED → –: LEADER
                needs EXTENSION_ASKED NOT_ASKER DECISION_GIVEN
                takes DECISION
            REPORT: 填报进展, report: IN_PROGRESS LONG_TERM → –: UNIT
                needs OWN_UNIT TEXT_GIVEN PERCENT_IN_RANGE REMEDY_LINKED_IF_GIVEN
                takes PERIOD TEXT PERCENT REMEDY
            EVIDENCE: 佐证, evidence: IN_PROGRESS LONG_TERM → –: UNIT
                needs OWN_UNIT FILE_GIVEN EVIDENCE_REPLACEABLE
                takes FILE PROOF SIDE EVIDENCE DATED
            EXAMINE: 审核佐证, examine: IN_PROGRESS LONG_TERM SUBMITTED → –: VERIFIER
                needs EVIDENCE_KNOWN VERDICT_GIVEN NOT_SUBMITTER NOT_GIVER
                takes EVIDENCE VERDICT
            VERIFY: 验收认定, verify: SUBMITTED → –: VERIFIER
                needs RESULT_GIVEN NOT_SUBMITTER NOT_RESPONSIBLE
                takes RESULT TEXT CRITERIA
            OUTCOME: 成效, outcome: IN_PROGRESS LONG_TERM SUBMITTED → –: UNIT VERIFIER SUPERVISOR
                needs OWN_UNIT SOMETHING
                takes OUTCOME FIXED TREATMENT RULES PERSONS
            LOOK_BACK: 回头看, look back: CLOSED → –: VERIFIER SUPERVISOR
                needs FOUND_GIVEN
                takes FOUND TEXT LOOK_BACK SAMPLE
            ENLIST: 挂牌, enlist: REGISTERED ASSIGNED IN_PROGRESS LONG_TERM SUBMITTED → –: LEADER SUPERVISOR
                needs REASON LEVEL_GIVEN NOT_LISTED
                takes LEVEL CRITERIA LISTING
            DELIST: 摘牌, delist: REGISTERED ASSIGNED IN_PROGRESS LONG_TERM SUBMITTED SUSPENDED → –: LEADER SUPERVISOR
                needs REASON IS_LISTED CRITERIA_MET
                takes TEXT
            APPOINT: 责任分工, appoint: unfinished → –: SUPERVISOR
                needs SOMETHING
                takes LEADER ASSISTING PERSON CASE_LEADER OVERSEER VERIFIER
            LETTER: 发函, letter: REGISTERED ASSIGNED IN_PROGRESS LONG_TERM SUBMITTED CLOSED → –: SUPERVISOR
                needs LETTER_GIVEN NUMBER
                takes LETTER COLOUR NUMBER REPLY_DUE
            REPLY: 复函, reply: REGISTERED ASSIGNED IN_PROGRESS LONG_TERM SUBMITTED CLOSED → –: UNIT
                needs OWN_UNIT LETTER_KNOWN TEXT_GIVEN
                takes NUMBER TEXT
            ACKNOWLEDGE: 函件签收, acknowledge: REGISTERED ASSIGNED IN_PROGRESS LONG_TERM SUBMITTED CLOSED → –: UNIT
                needs OWN_UNIT LETTER_KNOWN LETTER_NOT_ACKNOWLEDGED
                takes NUMBER
            ADVISE: 提出建议, advise: REGISTERED ASSIGNED IN_PROGRESS LONG_TERM SUBMITTED SUSPENDED CLOSED → –: SUPERVISOR LEADER
                needs ADVICE_GIVEN ADDRESSEE_GIVEN TEXT_GIVEN
                takes ADVICE ADDRESSEE TEXT NUMBER
            ACCOUNT: 责任追究, account: REGISTERED ASSIGNED IN_PROGRESS LONG_TERM SUBMITTED SUSPENDED CLOSED → –: SUPERVISOR LEADER
                needs MEASURE_GIVEN PERSON_MEANT REASON
                takes MEASURE PERSON TEXT NUMBER
            CHECKLIST: 设核对单, checklist: REGISTERED ASSIGNED IN_PROGRESS LONG_TERM SUBMITTED → –: SUPERVISOR LEADER
                needs CHECKLIST_KNOWN CHECKLIST_NEW
                takes CHECKLIST
            TICK: 逐项核对, tick: REGISTERED ASSIGNED IN_PROGRESS LONG_TERM SUBMITTED → –: VERIFIER SUPERVISOR LEADER
                needs POINT_OPEN NOT_RESPONSIBLE_FOR_POINT
                takes POINT TEXT
            CAMPAIGN: 列入专项, campaign: unfinished → –: SUPERVISOR
                needs SOMETHING
                takes CAMPAIGN
            NOTE: 批注, note: any → –: CLERK UNIT VERIFIER SUPERVISOR LEADER
                needs TEXT_GIVEN
                takes TEXT
            RENEW: 对照原文, renew: any → –: SYSTEM
                needs SOURCE_KNOWN
                takes PLACE SEEN REMEDY QUOTE START CONFIDENCE
            RECUR: 认定屡犯, recur: unfinished → –: SUPERVISOR
                needs OTHER_STANDS SAME_UNIT OTHER_CLOSED
                takes WITH
            COMMON: 列为共性问题, common: any → –: SUPERVISOR
                needs STANDS OTHER_STANDS OTHER_UNIT
                takes WITH
            SIMILAR: 认定相近, similar: any → –: SUPERVISOR
                needs STANDS OTHER_STANDS
                takes WITH
            DIFFERENT: 认定不同, different: any → –: SUPERVISOR
                needs STANDS OTHER_STANDS
                takes WITH
            REVIEW: 年度复核, review: IN_PROGRESS LONG_TERM → –: SUPERVISOR
                needs IS_LONG_TERM TEXT_GIVEN REVIEW_WITHIN_A_YEAR REVIEW_WITHIN_TERM
                takes TEXT REVIEW
            CONTINUE: 续期, continue: IN_PROGRESS LONG_TERM → –: LEADER
                needs IS_LONG_TERM REASON REVIEW_WITHIN_A_YEAR NOT_OWN_CASE
                takes REVIEW
            """;

    private static final Map<Act, Rule> RULES = read();

    /// A row of the table.
    ///
    /// @param to a state, `former`, or – where it stays
    private record Rule(
            Label label, Set<State> from, String to, Set<Role> who, List<Guard> guards, List<Input> takes) {}

    @Override
    public Label label() {
        return rule().label();
    }

    /// The states in which it can be done; none for what makes a new item.
    Set<State> from() {
        return rule().from();
    }

    /// The state to which it leads; empty if it leaves the state as it is.
    Optional<State> to(Fields item) {
        return switch (rule().to()) {
            case "–" -> Optional.empty();
            case "former" -> Optional.of(State.valueOf(item.of("former_state")));
            default -> Optional.of(State.valueOf(rule().to()));
        };
    }

    /// Whether it changes the state.
    boolean isTransition() {
        return !rule().to().equals("–");
    }

    Set<Role> who() {
        return rule().who();
    }

    List<Guard> guards() {
        return rule().guards();
    }

    List<Input> takes() {
        return rule().takes();
    }

    private Rule rule() {
        Rule rule = RULES.get(this);
        if (rule == null) {
            throw new IllegalStateException("The table has no row for " + this + ".");
        }
        return rule;
    }

    private static Map<Act, Rule> read() {
        Map<Act, Rule> rules = new EnumMap<>(Act.class);
        List<String> lines = TABLE.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i += 3) {
            String[] head = lines.get(i).split(" *[:→] *");
            String[] names = head[1].split(", ");
            rules.put(
                    valueOf(head[0]),
                    new Rule(
                            new Label(names[0], names[1]),
                            states(head[2]),
                            head[3],
                            EnumSet.copyOf(words(head[4]).map(Role::valueOf).toList()),
                            words(lines.get(i + 1)).skip(1).map(Guard::valueOf).toList(),
                            words(lines.get(i + 2)).skip(1).map(Input::valueOf).toList()));
        }
        return rules;
    }

    private static Set<State> states(String words) {
        return switch (words) {
            case "any" -> EnumSet.allOf(State.class);
            case "unfinished" -> EnumSet.complementOf(EnumSet.of(State.DISMISSED, State.MERGED, State.CLOSED));
            default -> {
                EnumSet<State> states = EnumSet.noneOf(State.class);
                words(words).map(State::valueOf).forEach(states::add);
                yield states;
            }
        };
    }

    private static Stream<String> words(String line) {
        return Arrays.stream(line.split(" ")).filter(it -> !it.isEmpty() && !it.equals("–"));
    }
}
