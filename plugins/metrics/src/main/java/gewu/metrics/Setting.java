package gewu.metrics;

import java.util.Set;

/// What holds around a paragraph: the report's year and organisation, the headings above, the domains it speaks of.
///
/// @param headings    the headings above the paragraph, innermost last
/// @param silent      ids of domains that must not be named here
record Setting(int year, String org, String headings, Set<String> silent) {
    boolean allows(Indicator indicator) {
        int point = indicator.id().indexOf('.');
        return !silent.contains(point < 0 ? indicator.id() : indicator.id().substring(0, point));
    }
}
