package gewu.api.problem;

/// What one finder found in the newest version of a report.
///
/// @param report   id of the report; all passages name it too
/// @param version  of the report
/// @param org      the organisation that reports
/// @param year     the year reported on; 0 when unknown
/// @param plugin   id of the plugin that found it
/// @param finder   id of its contribution; ids of findings are unique for a report, a plugin and a finder
/// @param edition  version of the plugin, and behind a `+` of its tables
public record StoredFindings(
        String report,
        int version,
        String org,
        int year,
        String plugin,
        String finder,
        String edition,
        Findings findings) {}
