package gewu.metrics;

import java.util.Set;

/// What holds around a paragraph: the report's year and organisation, the headings above, the domains it speaks of.
///
/// @param headings    the headings above the paragraph, innermost last
/// @param about    id of the domain that the words speak of; empty if none is known
/// @param silent      ids of domains that must not be named here
record Setting(int year, String org, String headings, Set<String> silent, String about) {
    boolean allows(Indicator indicator) {
        for (String id = indicator.id(); !id.isEmpty(); id = id.substring(0, Math.max(0, id.lastIndexOf('.')))) {
            if (silent.contains(id)) {
                return false;
            }
        }
        return true;
    }
}
