package gewu.ledger;

import java.util.EnumSet;
import java.util.Set;

/// Who acts.
///
/// @param name  a person's id, or the name as it was written where nobody is registered
/// @param roles all that the person may act as
/// @param unit  the id of the unit the person belongs to; empty if unknown
record Actor(String name, Set<Role> roles, String unit) {
    /// The program itself.
    static final Actor SYSTEM = new Actor("gewu", Set.of(Role.SYSTEM), "");

    Actor {
        roles = Set.copyOf(roles);
    }

    /// Somebody of whom the ledger knows nothing, while it is open to everybody.
    static Actor anybody(String name) {
        EnumSet<Role> all = EnumSet.allOf(Role.class);
        all.remove(Role.SYSTEM);
        return new Actor(name, all, "");
    }
}
