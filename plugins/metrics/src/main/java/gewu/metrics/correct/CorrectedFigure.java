package gewu.metrics.correct;

import gewu.api.metric.Metric;

/// A figure as people left it.
///
/// @param verdict what a person said of it; [Verdict#NONE] if nobody did
public record CorrectedFigure(Metric metric, Verdict verdict) {}
