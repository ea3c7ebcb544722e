package gewu.problems;

import gewu.api.problem.Findings.Remedy.Kind;
import org.jspecify.annotations.Nullable;

/// A remedy while its container is read.
///
/// @param unit number of the part of the container, from 1
record RemedyDraft(
        Item item, int unit, Kind kind, Span span, @Nullable Span heading, double trust, String why) {}
