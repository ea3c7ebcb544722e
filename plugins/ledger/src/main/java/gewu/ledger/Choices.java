package gewu.ledger;

import gewu.api.Label;
import java.util.List;
import java.util.Optional;

/// The closed lists from which values are chosen.
enum Choices {
    KIND("at_once 立行立改 at once", "staged 分阶段 staged", "lasting 持续 lasting"),
    SEVERITY("high 重大 high", "medium 较重 medium", "low 一般 low"),
    SOURCE(
            "self_evaluation 自评 self-evaluation",
            "audit 审计 audit",
            "inspection 巡察 inspection",
            "supervision 督查 supervision",
            "petition 信访 petition"),
    TWIN("new 新 new", "same 同一 the same", "similar 相近 similar"),
    DISMISSAL(
            "not_a_problem 不构成问题 no problem",
            "settled 已整改到位 settled already",
            "not_ours 不属本级职责 not ours",
            "unclear 依据不足 not enough evidence",
            "other 其他 other"),
    SUSPENSION("lawsuit 诉讼 lawsuit", "reorganisation 机构改革 reorganisation", "policy 政策待定 policy to come"),
    STRENGTH("strong 强 strong", "partial 弱 partial"),
    LINK("proposed 建议 proposed", "confirmed 确认 confirmed", "rejected 否决 rejected"),
    REMEDY("planned 计划 planned", "done 已完成 done", "waived 免除 waived"),
    EVIDENCE(
            "voucher 凭证 voucher",
            "proof 书面证明 written proof",
            "reply 回复 reply",
            "approval 审批文件 approval",
            "rule 制度文本 rule",
            "photo 照片 photo"),
    EXAMINED("to_examine 待审 to be examined", "accepted 认可 accepted", "returned 退回 returned"),
    SIDE("before 整改前 before", "after 整改后 after"),
    RESULT(
            "done 已完成 done",
            "basically_done 基本完成 basically done",
            "ongoing 正在整改 ongoing",
            "long_term 长期整改 long term",
            "not_done 尚未整改 not done"),
    FOUND(
            "held 巩固 held",
            "partly_back 部分反弹 partly back",
            "back 反弹 back",
            "on_paper 纸面整改 on paper only",
            "not_checked 未查 not checked"),
    DECISION("granted 同意 granted", "denied 不同意 denied"),
    LEVEL("county 县级 county", "city 市级 city", "province 省级 province"),
    LETTER(
            "reminder 提醒单 reminder",
            "supervision 督办函 supervision letter",
            "notice 整改通知书 rectification notice",
            "talk 约谈通知 summons"),
    NATURE(
            "subjective 主观 subjective",
            "objective 客观 objective",
            "system 体制 the system",
            "people 人员 people",
            "funds 资金 funds"),
    MANNER("planned 计划 planned", "taken 已采取 taken", "general 空泛 general", "advice 建议 advice"),
    LISTING("listed 挂牌 listed", "watched 重点监管 watched closely"),
    TREATMENT(
            "recovered 收缴追回 recovered",
            "returned 归还原渠道 returned to its channel",
            "pooled 统筹盘活 pooled",
            "adjusted 调整账目 adjusted",
            "saved 避免损失 saved",
            "other 其他 other"),
    MEASURE("talk 约谈 talk", "criticism 通报批评 criticism", "discipline 处分 discipline", "transfer 移送 transfer to others"),
    ADVICE("work 改进工作建议 better work", "policy 完善政策建议 better policy", "blame 追究责任建议 holding to account"),
    COLOUR("blue 蓝 blue", "yellow 黄 yellow", "red 红 red"),
    PARTY("unit 单位 unit", "person 人员 person");

    private final List<Choice> all;

    Choices(String... all) {
        this.all = List.of(all).stream().map(Choice::of).toList();
    }

    /// One value of a list.
    record Choice(String id, Label label) implements Named {
        private static Choice of(String words) {
            String[] parts = words.split(" ", 3);
            return new Choice(parts[0], new Label(parts[1], parts[2]));
        }
    }

    List<Choice> all() {
        return all;
    }

    /// The id of the value that `word` means.
    Optional<String> id(String word) {
        return Named.find(all.toArray(new Choice[0]), word).map(Choice::id);
    }

    /// How people read a value; what is not of the list is shown as it is.
    Label label(String id) {
        return all.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(Choice::label)
                .orElse(Label.same(id));
    }
}
