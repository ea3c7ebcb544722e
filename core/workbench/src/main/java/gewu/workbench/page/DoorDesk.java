package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.Wording;
import gewu.api.WorkbenchException;
import gewu.workbench.people.Account;
import gewu.workbench.people.Accounts;
import gewu.workbench.people.Brake;
import gewu.workbench.people.People;
import gewu.workbench.people.Person;
import gewu.workbench.people.Secret;
import gewu.workbench.people.Trail;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Lets people in and out, and lets them look after accounts. Safe for all threads.
final class DoorDesk {
    private static final int FREE_BY_NAME = 5;
    private static final int FREE_BY_ADDRESS = 20;
    private static final int LONGEST_PASSWORD = 200;

    private final People people;
    private final PageWords pageWords;
    private final Brake byName = new Brake(Clock.systemUTC(), FREE_BY_NAME);
    private final Brake byAddress = new Brake(Clock.systemUTC(), FREE_BY_ADDRESS);

    DoorDesk(People people, Wording wording) {
        this.people = people;
        this.pageWords = new PageWords(wording);
    }

    /// The page to log in, and what comes from it: `name`, `password`, and where `to` go.
    ///
    /// @param page draws it with what is to be said, or nothing
    Reply login(Ask ask, Function<String, Reply> page) {
        if (!people.hasAccounts()) {
            return new Reply.Elsewhere("/");
        }
        if (!ask.isPost()) {
            return ask.visit().isStranger() ? page.apply("") : new Reply.Elsewhere(inside(ask.parameter("to")));
        }
        String name = ask.parameter("name");
        checkWait(name, ask);
        Optional<Account> account = password(ask, "password").isEmpty()
                ? Optional.empty()
                : people.accounts().enter(name, password(ask, "password").toCharArray());
        if (account.isEmpty()) {
            byName.refused(name);
            byAddress.refused(ask.visit().address());
            note(ask, "", "login", name, Trail.Outcome.REFUSED, "The name and the password do not go together.");
            return page.apply(ask.say(
                    "姓名和密码不符，或账号已停用。", "The name and the password do not go together, or the account is disabled."));
        }
        byName.forget(name);
        if (!ask.visit().session().isEmpty()) {
            people.sessions().end(new Secret(ask.visit().session()));
        }
        note(ask, name, "login", name, Trail.Outcome.DONE, "");
        return new Reply.Entrance(people.sessions().begin(account.get()).words(), inside(ask.parameter("to")));
    }

    /// Ends the session.
    Reply logout(Ask ask) {
        if (!ask.isPost() || ask.visit().isStranger() || !people.hasAccounts()) {
            return new Reply.Elsewhere(people.hasAccounts() ? "/account" : "/");
        }
        people.sessions().end(new Secret(ask.visit().session()));
        note(ask, ask.person().name(), "logout", "", Trail.Outcome.DONE, "");
        return new Reply.Entrance("", "/login");
    }

    /// The person's own account: `do` is `password` (with `old` and `new`), `token` (with `words`) or `revoke` (`id`).
    ///
    /// @param page draws it with a new token, and what is to be said
    Reply account(Ask ask, BiFunction<String, String, Reply> page) {
        if (!ask.isPost()) {
            return page.apply("", "");
        }
        String name = ask.person().name();
        switch (ask.parameter("do")) {
            case "password" -> {
                checkWait(name, ask);
                if (people.accounts()
                        .enter(name, password(ask, "old").toCharArray())
                        .isEmpty()) {
                    byName.refused(name);
                    note(ask, name, "password", name, Trail.Outcome.REFUSED, "The old password is another one.");
                    return page.apply("", ask.say("原密码不对。", "The old password is another one."));
                }
                Optional<String> refusal = tried(
                        ask,
                        () -> people.accounts()
                                .changePassword(name, password(ask, "new").toCharArray()));
                if (refusal.isPresent()) {
                    return page.apply("", refusal.get());
                }
                note(ask, name, "password", name, Trail.Outcome.DONE, "");
                return new Reply.Entrance(
                        people.sessions().begin(people.accounts().named(name)).words(), "/account");
            }
            case "token" -> {
                String token = people.tokens().make(name, ask.parameter("words"));
                note(ask, name, "token", ask.parameter("words"), Trail.Outcome.DONE, "");
                return page.apply(token, "");
            }
            case "revoke" -> {
                String id = ask.parameter("id");
                if (people.tokens().of(name).stream().anyMatch(it -> it.id().equals(id))) {
                    people.tokens().revoke(id);
                    note(ask, name, "revoke", id, Trail.Outcome.DONE, "");
                }
                return page.apply("", "");
            }
            default -> {
                return page.apply("", "");
            }
        }
    }

    /// All accounts, for administrators: `do` is `add`, `password`, `role`, `disable`, `enable` or `remove`, of `name`.
    ///
    /// @param page draws it with what is to be said
    Reply people(Ask ask, Function<String, Reply> page) {
        needAdministrator(ask);
        if (!people.hasAccounts()) {
            throw new Refused(
                    404,
                    new Label("本工作台没有启用账号。", "This workbench has no accounts."),
                    new Label("用 gewu serve --users 启动后可以登录。", "Start it with gewu serve --users."));
        }
        if (!ask.isPost()) {
            return page.apply("");
        }
        String name = ask.parameter("name");
        String action = ask.parameter("do");
        Accounts accounts = people.accounts();
        Optional<String> refusal = tried(ask, () -> {
            switch (action) {
                case "add" ->
                    accounts.add(
                            name,
                            Accounts.standing(ask.parameter("role")),
                            password(ask, "password").toCharArray());
                case "password" ->
                    accounts.changePassword(name, password(ask, "password").toCharArray());
                case "role" -> accounts.changeStanding(name, Accounts.standing(ask.parameter("role")));
                case "disable" -> accounts.disable(name);
                case "enable" -> accounts.enable(name);
                case "remove" -> accounts.remove(name);
                default -> throw new WorkbenchException(WorkbenchException.Kind.USAGE, "Nothing was chosen.", "");
            }
        });
        note(
                ask,
                ask.person().name(),
                "users " + action,
                name,
                refusal.isEmpty() ? Trail.Outcome.DONE : Trail.Outcome.FAILED,
                refusal.orElse(""));
        return page.apply(refusal.orElse(ask.say("已完成。", "Done.")));
    }

    /// @throws Refused if somebody else asks
    void needAdministrator(Ask ask) {
        if (!ask.person().isAtLeast(Person.Standing.ADMINISTRATOR)) {
            throw new Refused(
                    403,
                    new Label("只有管理员可以看这一页。", "This page is for administrators."),
                    new Label("请联系管理员。", "Ask an administrator."));
        }
    }

    /// A place of this workbench; the first page if it is none.
    static String inside(String place) {
        boolean isInside = place.startsWith("/")
                && !place.startsWith("//")
                && place.chars().noneMatch(it -> it == '\\' || Character.isISOControl(it))
                && !place.startsWith("/login")
                && !place.startsWith("/logout");
        return isInside ? place : "/";
    }

    private void checkWait(String name, Ask ask) {
        Duration one = byName.wait(name);
        Duration other = byAddress.wait(ask.visit().address());
        Duration wait = one.compareTo(other) > 0 ? one : other;
        if (wait.isPositive()) {
            long seconds = wait.toSeconds() + 1;
            throw new Refused(
                    429,
                    new Label("尝试次数过多。", "There were too many tries."),
                    new Label("请在 " + seconds + " 秒后再试。", "Try again in " + seconds + " seconds."));
        }
    }

    private Optional<String> tried(Ask ask, Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (WorkbenchException refused) {
            return Optional.of(pageWords.message(String.valueOf(refused.getMessage()), ask.language())
                    + " "
                    + pageWords.remedy(refused.remedy(), ask.language()));
        }
    }

    /// As it was typed: spaces at its ends belong to it.
    private static String password(Ask ask, String field) {
        String typed = ask.parameters().getOrDefault(field, "");
        return typed.length() > LONGEST_PASSWORD ? "" : typed;
    }

    private void note(Ask ask, String who, String what, String target, Trail.Outcome outcome, String reason) {
        people.trail().write(who, ask.visit().address(), what, target, outcome, reason);
    }
}
