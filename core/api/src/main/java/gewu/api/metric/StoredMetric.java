package gewu.api.metric;

/// A figure in the store, with whose report it is of which year and who read it.
///
/// @param metric  its passage names the report
/// @param org     the organisation that reports
/// @param year    the year reported on; 0 when unknown
/// @param plugin  id of the plugin that read it
/// @param edition version of the plugin, and behind a `+` of its tables
public record StoredMetric(Metric metric, String org, int year, String plugin, String edition) {}
