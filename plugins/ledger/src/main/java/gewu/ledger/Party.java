package gewu.ledger;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A unit or a person, with the names it had before.
record Party(String id, Fields fields) {
    String name() {
        return fields.of("name");
    }

    boolean isUnit() {
        return id.startsWith(Ids.UNIT);
    }

    /// The id of the unit a person belongs to, or of the unit above a unit; empty if unknown.
    String unit() {
        return fields.of("unit");
    }

    Set<Role> roles() {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        fields.members("role").forEach(it -> Named.find(Role.values(), it).ifPresent(roles::add));
        return roles;
    }

    List<String> formerNames() {
        return fields.members("former").stream()
                .map(it -> fields.of("former." + it + ".name"))
                .toList();
    }

    /// Whether it is called so, or was.
    boolean isCalled(String words) {
        return id.equalsIgnoreCase(words)
                || name().equals(words)
                || formerNames().contains(words);
    }
}
