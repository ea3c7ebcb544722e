package gewu.workbench.page;

import gewu.workbench.people.Account;
import gewu.workbench.people.People;
import gewu.workbench.people.Person;
import gewu.workbench.people.Secret;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets those in who have logged in, and programs with a token of an account. Safe for all threads.
final class AccountDoorkeeper implements Doorkeeper {
    /// The cookie of a session.
    static final String SESSION = "gewu-session";
    /// The cookie that binds the form of the login page to the browser that asked for it.
    static final String DOOR = "gewu-door";

    private static final Person STRANGER = new Person("", Person.Standing.STRANGER);

    private final People people;

    AccountDoorkeeper(People people) {
        this.people = people;
    }

    @Override
    public Visit visit(Context context, String address) {
        Optional<Secret> shown = Doorkeeper.shown(context);
        if (shown.isPresent()) {
            return shown.flatMap(people.tokens()::accountOf)
                    .flatMap(people.accounts()::find)
                    .filter(it -> !it.isDisabled())
                    .map(it -> new Visit(it.person(), "", address, "", true))
                    .orElse(new Visit(STRANGER, "", address, "", true));
        }
        @Nullable String session = context.cookie(SESSION);
        if (session != null) {
            Secret secret = new Secret(session);
            Optional<Account> account = people.sessions().of(secret);
            if (account.isPresent()) {
                return new Visit(account.get().person(), secret.digest("form"), address, session, false);
            }
        }
        @Nullable String door = context.cookie(DOOR);
        return new Visit(STRANGER, door == null ? "" : new Secret(door).digest("form"), address, "", false);
    }

    @Override
    public boolean isStillHere(Visit visit) {
        return visit.session().isEmpty() || people.sessions().goesOn(new Secret(visit.session()));
    }

    @Override
    public boolean asks() {
        return true;
    }
}
