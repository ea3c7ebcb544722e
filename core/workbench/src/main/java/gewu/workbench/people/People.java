package gewu.workbench.people;

import gewu.api.store.Store;
import java.time.Clock;

/// All that is kept about who may come in.
///
/// @param hasAccounts whether people log in; else whoever is at the machine is at home
public record People(Accounts accounts, Sessions sessions, Tokens tokens, Trail trail, boolean hasAccounts) {
    /// @param rounds of new passwords
    public static People of(Store store, Clock clock, boolean hasAccounts, int rounds) {
        Accounts accounts = new Accounts(store, clock, rounds);
        return new People(
                accounts,
                new Sessions(store, accounts, clock),
                new Tokens(store, clock),
                new Trail(store, clock),
                hasAccounts);
    }
}
