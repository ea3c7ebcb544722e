package gewu.ledger;

import gewu.api.Label;
import java.util.Locale;
import java.util.Optional;

/// What an act is given: on the command line an option each, in a form a field, in a sheet a column.
enum Input implements Named {
    TITLE(Kind.TEXT, "摘要", "title"),
    TEXT(Kind.TEXT, "文字", "words"),
    UNIT(Kind.UNIT, "责任单位", "unit"),
    YEAR(Kind.NUMBER, "年度", "year"),
    CATEGORY(Kind.TEXT, "问题类别", "category"),
    SEVERITY(Choices.SEVERITY, "等级", "severity"),
    KIND(Choices.KIND, "整改类型", "kind of rectification"),
    GOAL(Kind.TEXT, "整改目标", "goal"),
    STANDARD(Kind.TEXT, "整改标准", "standard"),
    SOURCE(Choices.SOURCE, "问题来源", "source"),
    REPORT(Kind.TEXT, "来源报告", "report"),
    QUOTE(Kind.TEXT, "原文", "words of the report"),
    START(Kind.NUMBER, "原文起点", "start in the report"),
    DEADLINE(Kind.DATE, "整改时限", "deadline"),
    TWIN(Choices.TWIN, "查重结论", "whether it is known already"),
    BECAUSE(Kind.TEXT, "理由类别", "which of the listed reasons"),
    INTO(Kind.ITEM, "并入", "item to merge into"),
    LEAD(Kind.UNIT, "牵头单位", "lead unit"),
    LEADER(Kind.PERSON, "责任领导", "responsible leader"),
    ASSISTING(Kind.UNITS, "配合单位", "assisting units"),
    PERSON(Kind.PERSON, "责任人", "responsible person"),
    CASE_LEADER(Kind.PERSON, "包案领导", "leader in charge of the case"),
    OVERSEER(Kind.UNIT, "督导单位", "overseeing unit"),
    VERIFIER(Kind.PERSON, "验收人", "verifier"),
    NUMBER(Kind.TEXT, "文号", "document number"),
    UNTIL(Kind.DATE, "截止日期", "until"),
    DUE(Kind.DATE, "节点日期", "due"),
    NAME(Kind.TEXT, "名称", "name"),
    REVIEW(Kind.DATE, "年度复核日期", "date of review"),
    APPROVED_BY(Kind.PERSON, "批准领导", "leader who approved"),
    REMEDY(Kind.TEXT, "措施编号", "remedy"),
    STRENGTH(Choices.STRENGTH, "对应强弱", "strength of the link"),
    STATUS(Choices.LINK, "确认状态", "status of the link"),
    MILESTONE(Kind.NUMBER, "节点序号", "number of the milestone"),
    EXTENSION(Kind.NUMBER, "延期序号", "number of the extension"),
    DECISION(Choices.DECISION, "批复", "decision"),
    PERIOD(Kind.TEXT, "填报期", "period"),
    PERCENT(Kind.NUMBER, "进度%", "progress in percent"),
    FILE(Kind.TEXT, "文件", "file"),
    EVIDENCE(Kind.NUMBER, "佐证序号", "number of the evidence"),
    PROOF(Choices.EVIDENCE, "佐证类型", "kind of evidence"),
    VERDICT(Choices.EXAMINED, "审核意见", "verdict on the evidence"),
    SIDE(Choices.SIDE, "整改前后", "before or after"),
    RESULT(Choices.RESULT, "认定结果", "result of acceptance"),
    FOUND(Choices.FOUND, "回头看结果", "result of the look-back"),
    LOOK_BACK(Kind.DATE, "回头看日期", "date of the look-back"),
    RULING(Kind.TEXT, "裁定", "ruling"),
    AMOUNT(Kind.MONEY, "涉及金额", "amount concerned"),
    FIXED(Kind.MONEY, "已整改金额", "amount rectified"),
    OUTCOME(Kind.TEXT, "整改成效", "outcome"),
    RULES(Kind.NUMBER, "制度数", "rules made"),
    PERSONS(Kind.NUMBER, "追责人次", "persons held to account"),
    LEVEL(Choices.LEVEL, "挂牌级别", "level of the listing"),
    CRITERIA(Kind.TEXT, "摘牌标准", "criteria"),
    LETTER(Choices.LETTER, "函件种类", "kind of letter"),
    COLOUR(Choices.COLOUR, "颜色", "colour"),
    REPLY_DUE(Kind.DATE, "回复时限", "reply due"),
    CAMPAIGN(Kind.TEXT, "专项行动", "campaign"),
    NATURE(Choices.NATURE, "原因性质", "nature of the cause"),
    MANNER(Choices.MANNER, "措施性质", "what kind of remedy"),
    ADDRESSEE(Kind.TEXT, "建议对象", "who is advised"),
    DATED(Kind.DATE, "材料日期", "date of the evidence"),
    SAMPLE(Kind.TEXT, "抽查样本", "sample"),
    LISTING(Choices.LISTING, "挂牌方式", "kind of listing"),
    TREATMENT(Choices.TREATMENT, "金额处理方式", "treatment of the amount"),
    MEASURE(Choices.MEASURE, "追责方式", "how somebody is held to account"),
    ADVICE(Choices.ADVICE, "建议种类", "kind of recommendation"),
    CHECKLIST(Kind.TEXT, "核对单", "checklist"),
    POINT(Kind.NUMBER, "核对项序号", "point of the checklist"),
    SEEN(Kind.NUMBER, "原因序号", "number of the cause"),
    CONFIDENCE(Kind.TEXT, "可信度", "confidence"),
    PLACE(Kind.NUMBER, "出处序号", "number of the source"),
    WITH(Kind.ITEM, "对照的事项", "item beside which it is held");

    private final Kind kind;
    private final Optional<Choices> choices;
    private final Label label;

    /// How a value is written.
    enum Kind {
        TEXT,
        DATE,
        NUMBER,
        MONEY,
        CHOICE,
        UNIT,
        UNITS,
        PERSON,
        ITEM
    }

    Input(Kind kind, String zh, String en) {
        this(kind, Optional.empty(), zh, en);
    }

    Input(Choices choices, String zh, String en) {
        this(Kind.CHOICE, Optional.of(choices), zh, en);
    }

    Input(Kind kind, Optional<Choices> choices, String zh, String en) {
        this.kind = kind;
        this.choices = choices;
        this.label = new Label(zh, en);
    }

    Kind kind() {
        return kind;
    }

    /// The list from which it is chosen, where it is.
    Optional<Choices> choices() {
        return choices;
    }

    /// As the command line has it: `--case-leader`.
    String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Label label() {
        return label;
    }
}
