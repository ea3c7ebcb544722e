package gewu.metrics;

import gewu.api.metric.Metric;

/// Words that give a figure its role.
record Cue(String role, String words, Metric.Direction direction) {}
