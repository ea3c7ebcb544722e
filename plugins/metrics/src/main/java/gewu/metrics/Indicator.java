package gewu.metrics;

/// An indicator of the pack.
///
/// @param dimension `money`, `ratio`, `score`, `count.件` …; empty where variants by unit or children carry it
/// @param parent    empty at the top
public record Indicator(String id, String zh, String en, String dimension, String parent) {}
