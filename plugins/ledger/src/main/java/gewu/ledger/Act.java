package gewu.ledger;

import static gewu.ledger.State.*;

import gewu.api.Label;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All that can be done to an item, as a table: from which states, to which, by whom, under which guards, with which
/// inputs. The first fifteen are the transitions; what follows leaves the state as it is. Whatever is not here is
/// refused, for every door.
enum Act implements Named {
    PROPOSE(
            "录入",
            "propose",
            during(),
            to(State.PROPOSED),
            by(Role.SYSTEM, Role.CLERK),
            under(Guard.SOURCE),
            Input.UNIT,
            Input.YEAR,
            Input.TITLE,
            Input.TEXT,
            Input.CATEGORY,
            Input.SEVERITY,
            Input.SOURCE,
            Input.REPORT,
            Input.QUOTE,
            Input.START,
            Input.AMOUNT),
    REGISTER(
            "立项",
            "register",
            during(PROPOSED),
            to(REGISTERED),
            by(Role.SUPERVISOR),
            under(Guard.DESCRIBED, Guard.DEADLINE_AHEAD, Guard.TWIN_ANSWERED),
            Input.TITLE,
            Input.CATEGORY,
            Input.SEVERITY,
            Input.KIND,
            Input.GOAL,
            Input.STANDARD,
            Input.DEADLINE,
            Input.TWIN,
            Input.AMOUNT),
    DISMISS(
            "不予立项",
            "dismiss",
            during(PROPOSED),
            to(DISMISSED),
            by(Role.SUPERVISOR),
            under(Guard.LISTED_REASON, Guard.REASON),
            Input.BECAUSE),
    MERGE(
            "合并",
            "merge",
            during(PROPOSED, REGISTERED),
            to(MERGED),
            by(Role.SUPERVISOR),
            under(Guard.TARGET),
            Input.INTO),
    ASSIGN(
            "交办",
            "assign",
            during(REGISTERED),
            to(ASSIGNED),
            by(Role.SUPERVISOR),
            under(Guard.LEAD_AND_LEADER, Guard.NUMBER, Guard.ANSWERED),
            Input.LEAD,
            Input.LEADER,
            Input.ASSISTING,
            Input.PERSON,
            Input.CASE_LEADER,
            Input.OVERSEER,
            Input.NUMBER),
    RECEIVE(
            "签收",
            "receive",
            during(ASSIGNED),
            to(IN_PROGRESS),
            by(Role.UNIT),
            under(Guard.OWN_UNIT, Guard.PERSON_NAMED),
            Input.PERSON),
    RETURN("退回", "return", during(ASSIGNED), to(REGISTERED), by(Role.UNIT), under(Guard.OWN_UNIT, Guard.REASON)),
    PROLONG(
            "转长期",
            "prolong",
            during(IN_PROGRESS),
            to(LONG_TERM),
            by(Role.SUPERVISOR),
            under(Guard.REASON, Guard.MILESTONE_AHEAD, Guard.REVIEW_WITHIN_A_YEAR, Guard.LEADER_APPROVED),
            Input.REVIEW,
            Input.APPROVED_BY),
    SUBMIT(
            "报验",
            "submit",
            during(IN_PROGRESS, LONG_TERM),
            to(SUBMITTED),
            by(Role.UNIT),
            under(Guard.OWN_UNIT, Guard.REMEDIES_DONE, Guard.EVIDENCE_GIVEN, Guard.PROGRESS_FULL),
            Input.PERCENT),
    SEND_BACK("退回补正", "send back", during(SUBMITTED), to(IN_PROGRESS), by(Role.VERIFIER), under(Guard.REASON)),
    CLOSE(
            "销号",
            "close",
            during(SUBMITTED),
            to(CLOSED),
            by(Role.VERIFIER),
            under(
                    Guard.NOT_SUBMITTER,
                    Guard.NOT_RESPONSIBLE,
                    Guard.ACCEPTED,
                    Guard.EVIDENCE_ACCEPTED,
                    Guard.OUTCOME_FILLED,
                    Guard.LOOK_BACK_AHEAD,
                    Guard.DELISTED),
            Input.NUMBER,
            Input.LOOK_BACK),
    REOPEN(
            "反弹重开",
            "reopen",
            during(CLOSED),
            to(IN_PROGRESS),
            by(Role.SUPERVISOR),
            under(Guard.REASON, Guard.REBOUND, Guard.HALF_THE_TIME),
            Input.DEADLINE,
            Input.RULING),
    SUSPEND(
            "暂缓",
            "suspend",
            during(REGISTERED, ASSIGNED, IN_PROGRESS, LONG_TERM, SUBMITTED),
            to(SUSPENDED),
            by(Role.LEADER),
            under(Guard.SUSPENSION_CAUSE, Guard.UNTIL_AHEAD),
            Input.BECAUSE,
            Input.UNTIL),
    RESUME("恢复", "resume", during(SUSPENDED), former(), by(Role.SYSTEM, Role.SUPERVISOR), under(Guard.SUSPENSION_OVER)),
    REVIVE("撤销", "revive", during(DISMISSED, MERGED), to(PROPOSED), by(Role.SUPERVISOR), under(Guard.REASON)),

    EDIT(
            "修改",
            "edit",
            unfinished(),
            stays(),
            by(Role.CLERK, Role.SUPERVISOR),
            under(Guard.SOMETHING),
            Input.TITLE,
            Input.TEXT,
            Input.CATEGORY,
            Input.SEVERITY,
            Input.GOAL,
            Input.STANDARD,
            Input.SOURCE,
            Input.REPORT,
            Input.QUOTE,
            Input.START,
            Input.AMOUNT),
    CAUSE(
            "原因",
            "cause",
            unfinished(),
            stays(),
            by(Role.CLERK, Role.SUPERVISOR, Role.UNIT),
            under(Guard.TEXT_GIVEN),
            Input.TEXT,
            Input.CATEGORY),
    REMEDY(
            "措施",
            "remedy",
            unfinished(),
            stays(),
            by(Role.CLERK, Role.SUPERVISOR, Role.UNIT),
            under(Guard.TEXT_GIVEN, Guard.OWN_UNIT),
            Input.TEXT,
            Input.STRENGTH,
            Input.DUE,
            Input.LEAD),
    LINK(
            "关联措施",
            "link",
            unfinished(),
            stays(),
            by(Role.CLERK, Role.SUPERVISOR),
            under(Guard.REMEDY_KNOWN),
            Input.REMEDY,
            Input.STRENGTH,
            Input.STATUS),
    FINISH(
            "完成措施",
            "finish",
            during(IN_PROGRESS, LONG_TERM),
            stays(),
            by(Role.UNIT),
            under(Guard.OWN_UNIT, Guard.REMEDY_LINKED),
            Input.REMEDY,
            Input.TEXT),
    WAIVE(
            "免除措施",
            "waive",
            during(REGISTERED, ASSIGNED, IN_PROGRESS, LONG_TERM),
            stays(),
            by(Role.SUPERVISOR),
            under(Guard.REASON, Guard.REMEDY_LINKED),
            Input.REMEDY),
    MILESTONE(
            "设节点",
            "milestone",
            during(REGISTERED, ASSIGNED, IN_PROGRESS, LONG_TERM),
            stays(),
            by(Role.SUPERVISOR, Role.UNIT),
            under(Guard.OWN_UNIT, Guard.NAME_AND_DUE),
            Input.NAME,
            Input.DUE),
    REACH(
            "达成节点",
            "reach",
            during(IN_PROGRESS, LONG_TERM),
            stays(),
            by(Role.UNIT),
            under(Guard.OWN_UNIT, Guard.MILESTONE_OPEN),
            Input.MILESTONE),
    ASK(
            "申请延期",
            "ask",
            during(ASSIGNED, IN_PROGRESS, LONG_TERM),
            stays(),
            by(Role.UNIT),
            under(Guard.OWN_UNIT, Guard.REASON, Guard.LATER_DEADLINE, Guard.NOTHING_ASKED),
            Input.UNTIL),
    DECIDE(
            "批复延期",
            "decide",
            during(ASSIGNED, IN_PROGRESS, LONG_TERM, SUBMITTED),
            stays(),
            by(Role.LEADER),
            under(Guard.EXTENSION_ASKED, Guard.NOT_ASKER, Guard.DECISION_GIVEN),
            Input.DECISION),
    REPORT(
            "填报进展",
            "report",
            during(IN_PROGRESS, LONG_TERM),
            stays(),
            by(Role.UNIT),
            under(Guard.OWN_UNIT, Guard.TEXT_GIVEN, Guard.PERCENT_IN_RANGE),
            Input.PERIOD,
            Input.TEXT,
            Input.PERCENT),
    EVIDENCE(
            "佐证",
            "evidence",
            during(IN_PROGRESS, LONG_TERM),
            stays(),
            by(Role.UNIT),
            under(Guard.OWN_UNIT, Guard.FILE_GIVEN, Guard.EVIDENCE_REPLACEABLE),
            Input.FILE,
            Input.PROOF,
            Input.SIDE,
            Input.EVIDENCE),
    EXAMINE(
            "审核佐证",
            "examine",
            during(IN_PROGRESS, LONG_TERM, SUBMITTED),
            stays(),
            by(Role.VERIFIER),
            under(Guard.EVIDENCE_KNOWN, Guard.VERDICT_GIVEN, Guard.NOT_SUBMITTER),
            Input.EVIDENCE,
            Input.VERDICT),
    VERIFY(
            "验收认定",
            "verify",
            during(SUBMITTED),
            stays(),
            by(Role.VERIFIER),
            under(Guard.RESULT_GIVEN, Guard.NOT_SUBMITTER, Guard.NOT_RESPONSIBLE),
            Input.RESULT,
            Input.TEXT),
    OUTCOME(
            "成效",
            "outcome",
            during(IN_PROGRESS, LONG_TERM, SUBMITTED),
            stays(),
            by(Role.UNIT, Role.VERIFIER, Role.SUPERVISOR),
            under(Guard.OWN_UNIT, Guard.SOMETHING),
            Input.OUTCOME,
            Input.FIXED,
            Input.RULES,
            Input.PERSONS),
    LOOK_BACK(
            "回头看",
            "look back",
            during(CLOSED),
            stays(),
            by(Role.VERIFIER, Role.SUPERVISOR),
            under(Guard.FOUND_GIVEN),
            Input.FOUND,
            Input.TEXT,
            Input.LOOK_BACK),
    ENLIST(
            "挂牌",
            "enlist",
            during(REGISTERED, ASSIGNED, IN_PROGRESS, LONG_TERM, SUBMITTED),
            stays(),
            by(Role.LEADER, Role.SUPERVISOR),
            under(Guard.REASON, Guard.LEVEL_GIVEN, Guard.NOT_LISTED),
            Input.LEVEL,
            Input.CRITERIA),
    DELIST(
            "摘牌",
            "delist",
            during(REGISTERED, ASSIGNED, IN_PROGRESS, LONG_TERM, SUBMITTED, SUSPENDED),
            stays(),
            by(Role.LEADER, Role.SUPERVISOR),
            under(Guard.REASON, Guard.IS_LISTED)),
    APPOINT(
            "责任分工",
            "appoint",
            unfinished(),
            stays(),
            by(Role.SUPERVISOR),
            under(Guard.SOMETHING),
            Input.LEADER,
            Input.ASSISTING,
            Input.PERSON,
            Input.CASE_LEADER,
            Input.OVERSEER,
            Input.VERIFIER),
    LETTER(
            "发函",
            "letter",
            during(REGISTERED, ASSIGNED, IN_PROGRESS, LONG_TERM, SUBMITTED, CLOSED),
            stays(),
            by(Role.SUPERVISOR),
            under(Guard.LETTER_GIVEN, Guard.NUMBER),
            Input.LETTER,
            Input.COLOUR,
            Input.NUMBER,
            Input.REPLY_DUE),
    REPLY(
            "复函",
            "reply",
            during(REGISTERED, ASSIGNED, IN_PROGRESS, LONG_TERM, SUBMITTED, CLOSED),
            stays(),
            by(Role.UNIT),
            under(Guard.OWN_UNIT, Guard.LETTER_KNOWN, Guard.TEXT_GIVEN),
            Input.NUMBER,
            Input.TEXT),
    CAMPAIGN("列入专项", "campaign", unfinished(), stays(), by(Role.SUPERVISOR), under(Guard.SOMETHING), Input.CAMPAIGN),
    NOTE(
            "批注",
            "note",
            EnumSet.allOf(State.class),
            stays(),
            by(Role.CLERK, Role.UNIT, Role.VERIFIER, Role.SUPERVISOR, Role.LEADER),
            under(Guard.TEXT_GIVEN),
            Input.TEXT);

    private final Label label;
    private final Set<State> from;
    private final Target target;
    private final Set<Role> who;
    private final List<Guard> guards;
    private final List<Input> takes;

    /// Where an act leads: to a state, to the one before a suspension, or nowhere.
    private enum Whither {
        TO,
        FORMER,
        STAYS
    }

    private record Target(Whither whither, Optional<State> state) {}

    Act(String zh, String en, Set<State> from, Target target, Set<Role> who, List<Guard> guards, Input... takes) {
        this.label = new Label(zh, en);
        this.from = Set.copyOf(from);
        this.target = target;
        this.who = Set.copyOf(who);
        this.guards = guards;
        this.takes = List.of(takes);
    }

    @Override
    public Label label() {
        return label;
    }

    /// The states in which it can be done; none for what makes a new item.
    Set<State> from() {
        return from;
    }

    /// The state to which it leads; empty if it leaves the state as it is.
    Optional<State> to(Fields item) {
        return switch (target.whither()) {
            case TO -> target.state();
            case FORMER -> Optional.of(State.valueOf(item.of("former_state")));
            case STAYS -> Optional.empty();
        };
    }

    /// Whether it changes the state.
    boolean isTransition() {
        return target.whither() != Whither.STAYS;
    }

    Set<Role> who() {
        return who;
    }

    List<Guard> guards() {
        return guards;
    }

    List<Input> takes() {
        return takes;
    }

    private static Set<State> during(State... states) {
        return states.length == 0 ? EnumSet.noneOf(State.class) : EnumSet.copyOf(List.of(states));
    }

    private static Set<State> unfinished() {
        return during(PROPOSED, REGISTERED, ASSIGNED, IN_PROGRESS, LONG_TERM, SUBMITTED, SUSPENDED);
    }

    private static Target to(State state) {
        return new Target(Whither.TO, Optional.of(state));
    }

    private static Target former() {
        return new Target(Whither.FORMER, Optional.empty());
    }

    private static Target stays() {
        return new Target(Whither.STAYS, Optional.empty());
    }

    private static Set<Role> by(Role... roles) {
        return EnumSet.copyOf(List.of(roles));
    }

    private static List<Guard> under(Guard... guards) {
        return List.of(guards);
    }
}
