package gewu.workbench.people;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Accounts, tokens and the trail as tables.
public final class AccountPanels {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private AccountPanels() {}

    public static Panel accounts(List<Account> accounts) {
        return new Panel.Table(
                new Label("账号", "Accounts"),
                List.of(
                        Panel.Column.text("姓名", "Name"),
                        Panel.Column.text("角色", "Role"),
                        Panel.Column.text("状态", "State"),
                        Panel.Column.text("添加于", "Since")),
                accounts.stream()
                        .map(it -> Panel.Row.of(
                                it.name(),
                                label(it.standing()),
                                it.isDisabled() ? new Label("已停用", "disabled") : new Label("正常", "active"),
                                MOMENT.format(it.madeAt())))
                        .toList());
    }

    public static Panel tokens(List<Tokens.Token> tokens) {
        return new Panel.Table(
                new Label("令牌", "Tokens"),
                List.of(
                        Panel.Column.text("编号", "Id"),
                        Panel.Column.text("账号", "Account"),
                        Panel.Column.text("用途", "For"),
                        Panel.Column.text("生成于", "Since")),
                tokens.stream()
                        .map(it -> Panel.Row.of(
                                it.id(),
                                it.account().isEmpty() ? new Label("本机", "this machine") : Label.same(it.account()),
                                it.words(),
                                MOMENT.format(it.madeAt())))
                        .toList());
    }

    public static Panel trail(List<Trail.Entry> entries) {
        return new Panel.Table(
                new Label("操作记录", "Trail"),
                List.of(
                        Panel.Column.text("时间", "When"),
                        Panel.Column.text("谁", "Who"),
                        Panel.Column.text("来自", "From"),
                        Panel.Column.text("做什么", "What"),
                        Panel.Column.text("对象", "Target"),
                        Panel.Column.text("结果", "Outcome"),
                        Panel.Column.text("原因", "Reason")),
                entries.stream()
                        .map(it -> Panel.Row.of(
                                MOMENT.format(it.at()),
                                it.who(),
                                it.address(),
                                it.what(),
                                it.target(),
                                label(it.outcome()),
                                it.reason()))
                        .toList());
    }

    public static Label label(Person.Standing standing) {
        return switch (standing) {
            case STRANGER -> new Label("未登录", "stranger");
            case RESEARCHER -> new Label("研究人员", "researcher");
            case SUPERVISOR -> new Label("督办人员", "supervisor");
            case ADMINISTRATOR -> new Label("管理员", "administrator");
            case OWNER -> new Label("本机", "this machine");
        };
    }

    private static Label label(Trail.Outcome outcome) {
        return switch (outcome) {
            case DONE -> new Label("完成", "done");
            case FAILED -> new Label("未完成", "failed");
            case REFUSED -> new Label("拒绝", "refused");
        };
    }
}
