package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.workbench.CommandCall;
import gewu.workbench.command.Calls;
import gewu.workbench.command.CommandTerms;
import gewu.workbench.people.AccountPanels;
import gewu.workbench.people.Accounts;
import gewu.workbench.people.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who may call what where people log in, as the manifests of the commands say. Whoever acts does so under his own
/// name. Safe for all threads.
final class StandingRights implements Rights {
    @Override
    public Calls.Understood allowed(Calls.Understood call, Ask ask) {
        CommandTerms terms = new CommandTerms(call.command());
        Person.Standing least = Accounts.standing(terms.least(call.writes()));
        if (!ask.person().isAtLeast(least)) {
            Label who = AccountPanels.label(least);
            Label you = AccountPanels.label(ask.person().standing());
            throw new Refused(
                    403,
                    new Label(
                            "这项操作需要“" + who.zh() + "”，您是“" + you.zh() + "”。",
                            "This needs a " + who.en() + "; you are a " + you.en() + "."),
                    new Label("请管理员办理，或请其调整您的角色。", "Ask an administrator to do it, or to change your role."));
        }
        return terms.personOption()
                .map(it -> under(it, call, ask.person().name()))
                .orElse(call);
    }

    private static Calls.Understood under(String option, Calls.Understood call, String name) {
        List<String> said = call.call().options().getOrDefault(option, List.of());
        if (said.stream().anyMatch(it -> !it.strip().equals(name))) {
            throw new Refused(
                    403,
                    new Label(
                            "您以“" + name + "”登录，不能以他人名义办理。",
                            "You are " + name + " here, and can't act as somebody else."),
                    new Label("去掉办理人，或以其本人登录。", "Leave out who acts, or log in as that person."));
        }
        Map<String, List<String>> options = new LinkedHashMap<>(call.call().options());
        options.put(option, List.of(name));
        return new Calls.Understood(call.command(), new CommandCall(call.call().arguments(), options), call.writes());
    }
}
