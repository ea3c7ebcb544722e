package gewu.api.report;

/// Another report of the workspace that is a version of one, or may be: the same report saved again.
///
/// @param report    the other report's id
/// @param isOffered whether it only looks like one, and nobody has said so yet
/// @param isNewer   whether the other one is the newer
/// @param isNewest  whether it is the newest of all versions that people accepted; false where it is only offered
public record OtherVersion(String report, boolean isOffered, boolean isNewer, boolean isNewest) {}
