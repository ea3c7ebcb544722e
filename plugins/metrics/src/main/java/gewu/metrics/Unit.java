package gewu.metrics;

/// A unit of the pack.
///
/// @param surface   as written
/// @param dimension `money`, `ratio`, `pp`, `count`, `score`, `duration`, `multiple`, `decoy`
/// @param measure   what a counted unit measures: `case`, `batch`, `person` …; for a decoy, its class
/// @param base      the unit that values are given in
/// @param refused   characters that must not follow, because the unit is then part of a word
record Unit(String surface, String dimension, String measure, String base, String refused) {
    static final Unit NONE = new Unit("", "", "", "", "");

    boolean isCount() {
        return dimension.equals("count");
    }

    boolean isRatio() {
        return dimension.equals("ratio");
    }

    boolean isMoney() {
        return dimension.equals("money");
    }
}
