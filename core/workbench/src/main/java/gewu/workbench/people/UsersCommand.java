package gewu.workbench.people;

import gewu.api.Label;
import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `gewu users`: who may come in where the workbench is served with accounts. Passwords are asked for, or read from
/// standard input; they are never a word of the call, which others on the machine can see.
final class UsersCommand implements Command {
    private static final List<String> ACTIONS = List.of(
            "list", "add", "password", "role", "disable", "enable", "remove", "token", "tokens", "revoke", "trail");
    private static final int USUAL_LINES = 50;

    private final People people;

    UsersCommand(Store store, Clock clock) {
        this.people = People.of(store, clock, true, Accounts.USUAL_ROUNDS);
    }

    @Override
    public Exit run(CommandCall call, Output output) throws IOException {
        List<String> words = call.arguments();
        String action = words.isEmpty() ? "list" : words.getFirst();
        switch (action) {
            case "list" -> list(output);
            case "add" -> {
                String name = name(words, action);
                Person.Standing standing =
                        Accounts.standing(call.option("--role").orElse("researcher"));
                people.accounts().add(name, standing, asked());
                done(action, name, "已添加账号“" + name + "”。", "Added the account “" + name + "”.", output);
            }
            case "password" -> {
                String name = people.accounts().named(name(words, action)).name();
                people.accounts().changePassword(name, asked());
                done(
                        action,
                        name,
                        "已更改“" + name + "”的密码，其登录均已失效。",
                        "Changed the password of “" + name + "”; it has to log in again.",
                        output);
            }
            case "role" -> {
                String name = name(words, action);
                people.accounts()
                        .changeStanding(
                                name,
                                Accounts.standing(call.option("--role").orElse(words.size() > 2 ? words.get(2) : "")));
                done(action, name, "已更改“" + name + "”的角色。", "Changed the role of “" + name + "”.", output);
            }
            case "disable" -> {
                people.accounts().disable(name(words, action));
                done(action, words.get(1), "已停用“" + words.get(1) + "”。", "Disabled “" + words.get(1) + "”.", output);
            }
            case "enable" -> {
                people.accounts().enable(name(words, action));
                done(action, words.get(1), "已启用“" + words.get(1) + "”。", "Enabled “" + words.get(1) + "”.", output);
            }
            case "remove" -> {
                people.accounts().remove(name(words, action));
                done(action, words.get(1), "已删除“" + words.get(1) + "”。", "Removed “" + words.get(1) + "”.", output);
            }
            case "token" -> token(words, output);
            case "tokens" -> tokens(output);
            case "revoke" -> {
                people.tokens().revoke(name(words, action));
                done(
                        action,
                        words.get(1),
                        "已作废令牌 " + words.get(1) + "。",
                        "Revoked the token " + words.get(1) + ".",
                        output);
            }
            case "trail" -> trail(call.number("--limit", USUAL_LINES), output);
            default ->
                throw new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "`users` knows no “" + action + "”.",
                        Nearest.hint(action, ACTIONS));
        }
        return Exit.DONE;
    }

    private void list(Output output) {
        List<Account> all = people.accounts().all();
        all.forEach(it -> output.row(DataRow.of("account")
                .with("name", it.name())
                .with("standing", it.standing().name().toLowerCase(Locale.ROOT))
                .with("disabled", it.isDisabled())
                .with("made_at", it.madeAt().toString())));
        output.show(
                all.isEmpty()
                        ? new Panel.Text(
                                new Label(
                                        "还没有账号。先添加管理员：gewu users add 姓名 --role administrator",
                                        "There are no accounts yet. Begin with an administrator: gewu users add NAME --role administrator"))
                        : AccountPanels.accounts(all));
    }

    private void token(List<String> words, Output output) {
        String account =
                words.size() > 1 ? people.accounts().named(words.get(1)).name() : "";
        String what = words.size() > 2 ? String.join(" ", words.subList(2, words.size())) : "";
        String token = people.tokens().make(account, what);
        write("token", account, Trail.Outcome.DONE);
        output.row(DataRow.of("token").with("account", account).with("token", token));
        output.show(new Panel.Text(new Label("令牌（只显示这一次）：" + token, "The token, shown this once: " + token)));
    }

    private void tokens(Output output) {
        List<Tokens.Token> all = people.tokens().all();
        all.forEach(it -> output.row(DataRow.of("token")
                .with("id", it.id())
                .with("account", it.account())
                .with("words", it.words())
                .with("made_at", it.madeAt().toString())));
        output.show(AccountPanels.tokens(all));
    }

    private void trail(int limit, Output output) {
        List<Trail.Entry> entries = people.trail().latest(limit);
        entries.forEach(it -> output.row(DataRow.of("trail")
                .with("at", it.at().toString())
                .with("who", it.who())
                .with("address", it.address())
                .with("what", it.what())
                .with("target", it.target())
                .with("outcome", it.outcome().name().toLowerCase(Locale.ROOT))
                .with("reason", it.reason())));
        output.show(AccountPanels.trail(entries));
    }

    private void done(String action, String name, String zh, String en, Output output) {
        write(action, name, Trail.Outcome.DONE);
        output.row(DataRow.of(action).with("name", name));
        output.show(new Panel.Text(new Label(zh, en)));
    }

    private void write(String action, String name, Trail.Outcome outcome) {
        people.trail().write("", "", "users " + action, name, outcome, "");
    }

    private static String name(List<String> words, String action) {
        if (words.size() < 2) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "`users " + action + "` needs a name.",
                    "gewu users lists the accounts, gewu users tokens the tokens.");
        }
        return words.get(1);
    }

    /// A password: asked for twice in a terminal, else the first line of standard input.
    private static char[] asked() throws IOException {
        // In a pipe there is none.
        @Nullable Console console = System.console();
        if (console == null || !console.isTerminal()) {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String line = in.readLine();
            return line == null ? new char[0] : line.toCharArray();
        }
        char[] first = console.readPassword("密码 / Password: ");
        char[] second = console.readPassword("再输一次 / Again: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE, "The two passwords are not the same.", "Begin again.");
        }
        return first;
    }
}
