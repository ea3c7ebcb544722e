package gewu.ledger;

import java.util.EnumSet;
import java.util.LinkedHashSet;
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

    /// All that it is called, or was, each as [#plain] has it; its id too.
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        names.add(id);
        names.add(plain(name()));
        formerNames().forEach(it -> names.add(plain(it)));
        return names;
    }

    /// A name as names are told apart: 李　四 is 李四.
    static String plain(String name) {
        boolean isSpaced = name.codePoints().anyMatch(Party::isSpace);
        return isSpaced && name.codePoints().allMatch(it -> isSpace(it) || isHan(it))
                ? name.replaceAll("[\\s\\p{Z}]+", "")
                : name.strip();
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static boolean isHan(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN || letter == '·';
    }
}
