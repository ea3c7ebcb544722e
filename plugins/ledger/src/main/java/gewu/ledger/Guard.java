package gewu.ledger;

import gewu.api.Label;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// A named condition on an act. Its words say what is wanted.
enum Guard implements Named {
    SOURCE(
            "须有出处（来源报告和原文），手工录入须写理由",
            "a source (report and quoted words), or a reason for an entry by hand",
            it -> (it.has(Input.REPORT) && it.has(Input.QUOTE)) || !it.reason().isBlank()),
    DESCRIBED(
            "须有问题类别、整改类型和整改目标",
            "category, kind of rectification and goal",
            it -> !it.either(Input.CATEGORY, "category").isBlank()
                    && !it.either(Input.KIND, "kind").isBlank()
                    && !it.either(Input.GOAL, "goal").isBlank()),
    DEADLINE_AHEAD(
            "须有今天以后的整改时限（持续整改可以没有）", "a deadline ahead (lasting rectification may have none)", Guard::deadlineAhead),
    TWIN_ANSWERED(
            "须答复查重：新、同一或相近（同一应当合并）",
            "an answer whether it is known already: new, similar (the same is to be merged)",
            it -> it.has(Input.TWIN) && !it.in(Input.TWIN).equals("same")),
    LISTED_REASON(
            "须选列出的理由：不构成问题、已整改到位、不属本级职责、依据不足、其他",
            "one of the listed reasons: not_a_problem, settled, not_ours, unclear, other",
            it -> Choices.DISMISSAL.id(it.in(Input.BECAUSE)).isPresent()),
    REASON("须写理由（--reason）", "a reason (--reason)", it -> !it.reason().isBlank()),
    TARGET("须并入另一个有效的事项（不能是本身、已合并或不予立项的）", "another item to merge into, neither merged nor dismissed", Guard::isTarget),
    LEAD_AND_LEADER(
            "须有一个牵头单位和一名责任领导",
            "one lead unit and one responsible leader",
            it -> !it.either(Input.LEAD, "lead").isBlank() && isOnePerson(it, it.either(Input.LEADER, "leader"))),
    NUMBER("须有文号（--number）", "the number of the letter or notice (--number)", it -> it.has(Input.NUMBER)),
    ANSWERED(
            "承办单位退回过的，须写明答复（--reason）",
            "an answer to the unit that returned it (--reason)",
            it -> !it.item().has("return_reason") || !it.reason().isBlank()),
    OWN_UNIT("须是牵头单位或配合单位的人员", "somebody of the lead unit or of an assisting unit", Guard::ofOwnUnit),
    PERSON_NAMED("须写明责任人", "a responsible person by name", it -> isOnePerson(it, it.either(Input.PERSON, "person"))),
    IS_LONG_TERM(
            "须是转为长期整改的事项",
            "an item that was prolonged (long term)",
            it -> it.item().has("review_on")),
    REVIEW_WITHIN_TERM(
            "下次复核不能晚于长期整改期限：满期须由领导续期",
            "a next review no later than the end of the long term, which a leader may continue",
            it -> it.date(Input.REVIEW)
                    .filter(day ->
                            it.item().date("deadline").filter(day::isAfter).isEmpty())
                    .isPresent()),
    WITHIN_TERM(
            "长期整改不能延到五年以后：满期由领导续期",
            "no date beyond the long term, which a leader may continue",
            it -> !it.item().has("review_on")
                    || it.date(Input.UNTIL)
                            .filter(day -> !day.isAfter(it.office().terms().longTerm(it.today())))
                            .isPresent()),
    NOT_OWN_CASE(
            "责任人、责任领导不能给自己的事项续期：须由另一名领导",
            "a leader other than the responsible person and leader",
            it -> !isResponsible(it)),
    MILESTONE_AHEAD(
            "须有至少一个带日期的节点",
            "at least one milestone with a date",
            it -> it.item().members("milestone").stream()
                    .anyMatch(name -> it.item().has("milestone." + name + ".due"))),
    REVIEW_WITHIN_A_YEAR(
            "须有一年以内的复核日期（--review）",
            "a date of review within a year (--review)",
            it -> it.date(Input.REVIEW)
                    .filter(day ->
                            day.isAfter(it.today()) && !day.isAfter(it.today().plusYears(1)))
                    .isPresent()),
    LEADER_APPROVED(
            "须有领导批准，批准人不能是经办人（--approved-by）",
            "the approval of a leader other than who does it (--approved-by)",
            it -> it.has(Input.APPROVED_BY)
                    && !isActor(it, it.in(Input.APPROVED_BY))
                    && it.office().parties().mayBe(it.in(Input.APPROVED_BY), Role.LEADER)),
    REMEDIES_DONE("对应强的已确认措施须全部完成或免除", "each strong confirmed remedy done or waived", Guard::remediesDone),
    EVIDENCE_GIVEN(
            "须有至少一份佐证材料；重开的须有新的",
            "at least one piece of evidence, since it was reopened if it was",
            it -> it.item().count("evidence") > it.item().number("evidence_before")),
    PROGRESS_FULL(
            "进度须为 100%（--percent 100）",
            "progress of 100 % (--percent 100)",
            it -> (it.has(Input.PERCENT) ? it.in(Input.PERCENT) : it.item().of("progress")).equals("100")),
    NOT_SUBMITTER(
            "报验人不能验收：须由另一人",
            "somebody other than who submitted it",
            it -> !isActor(it, it.item().of("submitted_by"))),
    NOT_RESPONSIBLE(
            "责任人、责任领导不能验收：须由另一人", "somebody other than the responsible person and leader", it -> !isResponsible(it)),
    NOT_GIVER(
            "提交佐证的人不能审核自己的材料：须由另一人",
            "somebody other than who gave the evidence",
            it -> !isActor(it, it.item().of("evidence." + it.in(Input.EVIDENCE) + ".by"))),
    ACCEPTED(
            "报验后须有“已完成”或“基本完成”的验收认定",
            "an acceptance since it was submitted: done or basically done",
            it -> Set.of("done", "basically_done").contains(it.item().of("result"))),
    EVIDENCE_ACCEPTED(
            "佐证材料须全部审核认可",
            "each piece of evidence accepted",
            it -> it.item().count("evidence") > 0
                    && it.item().members("evidence", "status", "accepted").size()
                            == it.item().count("evidence")),
    OUTCOME_FILLED(
            "须填整改成效；没有金额的写“无金额”",
            "the outcome, or “无金额” where no money is concerned",
            it -> it.item().has("outcome") || it.item().has("amount_fixed")),
    LOOK_BACK_AHEAD(
            "回头看日期须在今天以后",
            "a date of the look-back that is ahead",
            it -> it.date(Input.LOOK_BACK).map(day -> day.isAfter(it.today())).orElse(true)),
    DELISTED(
            "挂牌事项须先摘牌",
            "a listed item to be taken off the list first",
            it -> !it.item().has("listed")),
    CHECKED(
            "核对单上销号前须办的各项须已逐项核对",
            "each point of its checklists that closing needs ticked",
            it -> it.item().members("check", "closing", "1").stream()
                    .allMatch(no -> it.item().has("check." + no + ".done_on"))),
    REBOUND(
            "须有销号后“反弹”或“纸面整改”的回头看结果，或写明裁定（--ruling）",
            "a look-back since the closing that found it back or on paper only, or a ruling (--ruling)",
            it -> it.has(Input.RULING)
                    || Set.of("back", "on_paper").contains(it.item().of("found"))),
    HALF_THE_TIME("新时限须在今天以后，且不超过首次期限的一半", "a new deadline ahead, at most half of the first span", Guard::halfTheTime),
    SUSPENSION_CAUSE(
            "须选暂缓原因：诉讼、机构改革、政策待定（--because）",
            "the cause: lawsuit, reorganisation or policy (--because)",
            it -> Choices.SUSPENSION.id(it.in(Input.BECAUSE)).isPresent()),
    UNTIL_AHEAD(
            "须有今天以后的截止日期（--until）",
            "an end ahead (--until)",
            it -> it.date(Input.UNTIL).filter(day -> day.isAfter(it.today())).isPresent()),
    SUSPENSION_OVER(
            "暂缓期满，或由督办员恢复",
            "the end of the suspension, unless a supervisor resumes it",
            it -> it.role() != Role.SYSTEM
                    || it.item()
                            .date("suspended_until")
                            .filter(day -> !day.isAfter(it.today()))
                            .isPresent()),
    SOMETHING("须写要改的内容", "something to write down", it -> !it.in().isEmpty()),
    TEXT_GIVEN("须写文字（--text）", "words (--text)", it -> it.has(Input.TEXT)),
    REMEDY_KNOWN(
            "须写已有的措施编号（--remedy）",
            "the number of a remedy that is there (--remedy)",
            it -> it.office().exists(it.in(Input.REMEDY), Ids.REMEDY)),
    REMEDY_LINKED(
            "须写本事项的措施编号（--remedy）",
            "the number of one of its remedies (--remedy)",
            it -> it.has(Input.REMEDY) && it.item().has("remedy." + it.in(Input.REMEDY) + ".status")),
    REMEDY_LINKED_IF_GIVEN(
            "所填措施须是本事项的（--remedy）",
            "one of its remedies, if one is named (--remedy)",
            it -> !it.has(Input.REMEDY) || it.item().has("remedy." + it.in(Input.REMEDY) + ".status")),
    NAME_AND_DUE(
            "须有节点名称和日期（--name --due）",
            "name and date of the milestone (--name --due)",
            it -> it.has(Input.NAME) && it.has(Input.DUE)),
    MILESTONE_OPEN(
            "须写尚未达成的节点序号（--milestone）",
            "the number of a milestone that is not reached (--milestone)",
            it -> it.item().has("milestone." + it.in(Input.MILESTONE) + ".due")
                    && !it.item().has("milestone." + it.in(Input.MILESTONE) + ".done_on")),
    LATER_DEADLINE(
            "须有比现时限更晚的日期（--until）",
            "a date later than the deadline (--until)",
            it -> it.date(Input.UNTIL)
                    .filter(day -> day.isAfter(it.item().date("deadline").orElse(it.today())))
                    .isPresent()),
    NOTHING_ASKED(
            "上一次延期申请须已批复",
            "the decision on what was asked before",
            it -> it.askedExtension().isEmpty()),
    EXTENSION_ASKED(
            "须有待批复的延期申请",
            "an extension that somebody asked for",
            it -> it.askedExtension().isPresent()),
    NOT_ASKER(
            "申请人不能批复自己的延期：须由另一人",
            "somebody other than who asked",
            it -> it.askedExtension()
                    .filter(no -> isActor(it, it.item().of("extension." + no + ".asked_by")))
                    .isEmpty()),
    DECISION_GIVEN(
            "须写批复：同意或不同意（--decision）", "the decision: granted or denied (--decision)", it -> it.has(Input.DECISION)),
    PERCENT_IN_RANGE(
            "进度须在 0 到 100 之间",
            "a progress from 0 to 100",
            it -> !it.has(Input.PERCENT) || Long.parseLong(it.in(Input.PERCENT)) <= 100),
    FILE_GIVEN("须附文件（--file）", "a file (--file)", it -> it.has(Input.FILE)),
    EVIDENCE_REPLACEABLE(
            "要更新的佐证须已有（--evidence）",
            "the number of evidence that is there",
            it -> !it.has(Input.EVIDENCE) || it.item().has("evidence." + it.in(Input.EVIDENCE) + ".sha256")),
    EVIDENCE_KNOWN(
            "须写佐证序号（--evidence）",
            "the number of the evidence (--evidence)",
            it -> it.item().has("evidence." + it.in(Input.EVIDENCE) + ".sha256")),
    VERDICT_GIVEN(
            "须写审核意见：认可或退回（--verdict）",
            "the verdict: accepted or returned (--verdict)",
            it -> Set.of("accepted", "returned").contains(it.in(Input.VERDICT))),
    RESULT_GIVEN("须写认定结果（--result）", "the result (--result)", it -> it.has(Input.RESULT)),
    FOUND_GIVEN("须写回头看结果（--found）", "what the look-back found (--found)", it -> it.has(Input.FOUND)),
    LEVEL_GIVEN("须写挂牌级别（--level）", "the level (--level)", it -> it.has(Input.LEVEL)),
    NOT_LISTED("须尚未挂牌", "an item that is not listed", it -> !it.item().has("listed")),
    IS_LISTED("须已挂牌", "an item that is listed", it -> it.item().has("listed")),
    CRITERIA_MET(
            "挂牌时定有摘牌标准的，须写验收情况（--text）",
            "how its criteria are met, where it was listed with criteria (--text)",
            it -> it.has(Input.TEXT)
                    || !it.item()
                            .has("listing."
                                    + it.item().members("listing").stream().reduce("", (_, last) -> last)
                                    + ".criteria")),
    LETTER_GIVEN("须写函件种类（--letter）", "the kind of letter (--letter)", it -> it.has(Input.LETTER)),
    LETTER_KNOWN(
            "须写发给本事项的函件文号（--number）",
            "the number of a letter about it (--number)",
            it -> !it.item().members("letter", "number", it.in(Input.NUMBER)).isEmpty()),
    LETTER_NOT_ACKNOWLEDGED(
            "函件须尚未签收",
            "a letter that was not acknowledged yet",
            it -> it.item().members("letter", "number", it.in(Input.NUMBER)).stream()
                    .noneMatch(no -> it.item().has("letter." + no + ".received_on"))),
    ADVICE_GIVEN("须写建议种类（--advice）", "the kind of recommendation (--advice)", it -> it.has(Input.ADVICE)),
    ADDRESSEE_GIVEN("须写建议对象（--addressee）", "who is advised (--addressee)", it -> it.has(Input.ADDRESSEE)),
    MEASURE_GIVEN("须写追责方式（--measure）", "how somebody is held to account (--measure)", it -> it.has(Input.MEASURE)),
    PERSON_MEANT("须写被追责的人（--person）", "who is held to account (--person)", it -> it.has(Input.PERSON)),
    CHECKLIST_KNOWN(
            "须写已有的核对单（--checklist），如 三到位一处理、领导包案",
            "a checklist that is known (--checklist), such as 三到位一处理",
            it -> !it.office().terms().checklist(it.in(Input.CHECKLIST)).isEmpty()),
    CHECKLIST_NEW(
            "同一核对单只设一次",
            "a checklist that it does not have yet",
            it -> it.item().members("check", "list", it.in(Input.CHECKLIST)).isEmpty()),
    POINT_OPEN(
            "须写尚未核对的核对项序号（--point）",
            "the number of a point that is not ticked (--point)",
            it -> it.item().has("check." + it.in(Input.POINT) + ".text")
                    && !it.item().has("check." + it.in(Input.POINT) + ".done_on")),
    NOT_RESPONSIBLE_FOR_POINT(
            "销号前须办的核对项，责任人、责任领导和报验人不能自己核对：须由另一人",
            "somebody other than who submitted it or is responsible, for points that closing needs",
            it -> !it.item().has("check." + it.in(Input.POINT) + ".closing")
                    || (!isResponsible(it) && !isActor(it, it.item().of("submitted_by")))),
    SOURCE_KNOWN(
            "须写已有的出处（--place）、原因（--seen）或措施（--remedy）",
            "one of its sources (--place), causes (--seen) or remedies (--remedy)",
            it -> it.item().has("source." + it.in(Input.PLACE) + ".quote")
                    || it.item().has("cause." + it.in(Input.SEEN) + ".quote")
                    || it.item().has("remedy." + it.in(Input.REMEDY) + ".status")),
    STANDS("须未合并、未不予立项", "an item that is neither merged nor dismissed", it -> stands(it.item())),
    OTHER_STANDS(
            "须写对照的另一个事项（--with），未合并、未不予立项",
            "another item beside it (--with), neither merged nor dismissed",
            it -> !other(it).equals(it.id()) && stands(it.office().subject(other(it)))),
    SAME_UNIT(
            "须是同一单位的事项（不同单位的只能列为共性问题）",
            "an item of the same unit (those of other units are common problems)",
            it -> it.office().subject(other(it)).of("unit").equals(it.item().of("unit"))),
    OTHER_UNIT(
            "须是不同单位的事项（同一单位的合并，或认定屡犯）",
            "an item of another unit (those of the same unit are merged, or recur)",
            it -> !it.office().subject(other(it)).of("unit").equals(it.item().of("unit"))),
    NOT_CLOSED(
            "不能并入已销号的事项：认定屡犯，另立一项",
            "an item that is not closed: what was closed recurs as an item of its own",
            it -> !it.office().subject(other(it)).of("state").equals("CLOSED")),
    OTHER_CLOSED(
            "对照的事项须已销号（未销号的应当合并）",
            "a closed item beside it (one that is open is merged with)",
            it -> it.office().subject(other(it)).of("state").equals("CLOSED"));

    private final Label label;
    private final Predicate<Case> holds;

    Guard(String zh, String en, Predicate<Case> holds) {
        this.label = new Label(zh, en);
        this.holds = holds;
    }

    @Override
    public Label label() {
        return label;
    }

    boolean holds(Case it) {
        return holds.test(it);
    }

    /// The guards that keep somebody from judging his own work.
    static final Set<Guard> SEPARATION =
            Set.of(NOT_SUBMITTER, NOT_RESPONSIBLE, NOT_OWN_CASE, NOT_ASKER, NOT_GIVER, NOT_RESPONSIBLE_FOR_POINT);

    /// Whether somebody, by id or by a name of then or now, is who acts.
    private static boolean isActor(Case it, String somebody) {
        return it.office().parties().isSame(somebody, it.actor().name());
    }

    /// The responsible person and leader, and who received it for the unit.
    private static boolean isResponsible(Case it) {
        return isActor(it, it.item().of("person"))
                || isActor(it, it.item().of("leader"))
                || isActor(it, it.item().of("received_by"));
    }

    private static boolean isOnePerson(Case it, String name) {
        return !name.isBlank()
                && !name.matches(".*[、，,；;].*")
                && it.office().parties().find(name).filter(Party::isUnit).isEmpty();
    }

    /// The item that the act speaks of besides its own.
    private static String other(Case it) {
        return it.has(Input.WITH) ? it.in(Input.WITH) : it.in(Input.INTO);
    }

    private static boolean stands(Fields item) {
        return item.has("state") && !Set.of("MERGED", "DISMISSED").contains(item.of("state"));
    }

    private static boolean deadlineAhead(Case it) {
        boolean isLasting = it.either(Input.KIND, "kind").equals("lasting");
        return it.deadline().map(day -> day.isAfter(it.today())).orElse(isLasting);
    }

    private static boolean isTarget(Case it) {
        if (!it.has(Input.INTO) || it.in(Input.INTO).equals(it.id())) {
            return false;
        }
        return stands(it.office().subject(it.in(Input.INTO)));
    }

    /// Of persons who are registered with a unit, only those of the item's units act for it.
    private static boolean ofOwnUnit(Case it) {
        String unit = it.actor().unit();
        if (it.role() != Role.UNIT || it.office().parties().isOpen()) {
            return true;
        }
        List<String> assisting = it.item().members("assisting");
        return unit.equals(it.item().of("lead")) || (!unit.isEmpty() && assisting.contains(unit));
    }

    private static boolean remediesDone(Case it) {
        return it.item().members("remedy", "strength", "strong").stream()
                .filter(name -> it.item().of("remedy." + name + ".status").equals("confirmed"))
                .allMatch(name -> Set.of("done", "waived").contains(it.item().of("remedy." + name + ".state")));
    }

    private static boolean halfTheTime(Case it) {
        if (!it.has(Input.DEADLINE)) {
            return false;
        }
        LocalDate day = it.date(Input.DEADLINE).orElseThrow();
        long span = it.item()
                .date("deadline_first")
                .map(first ->
                        ChronoUnit.DAYS.between(it.item().date("registered_on").orElse(first), first))
                .orElse(365L);
        return day.isAfter(it.today()) && !day.isAfter(it.today().plusDays(Math.max(1, span / 2)));
    }
}
