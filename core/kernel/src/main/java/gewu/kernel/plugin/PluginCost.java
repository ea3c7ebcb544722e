package gewu.kernel.plugin;

import gewu.api.Label;
import java.util.List;

/// What a plugin is and what it costs, for people.
///
/// @param startNanos how long its last start took; 0 while it was not started
/// @param parts      each thing it offers that has an object; data alone costs nothing
public record PluginCost(Label title, long startNanos, List<Part> parts) {
    public PluginCost {
        parts = List.copyOf(parts);
    }

    /// How often all of it was called.
    public long calls() {
        return parts.stream().mapToLong(Part::calls).sum();
    }

    /// How long all calls took together.
    public long nanos() {
        return parts.stream().mapToLong(Part::nanos).sum();
    }

    /// How often a call failed.
    public int failures() {
        return parts.stream().mapToInt(Part::failures).sum();
    }

    /// One thing it offers.
    ///
    /// @param key       such as `importer/pdf`
    /// @param nanos     how long all calls took together, those on other threads beside each other included
    /// @param pausedFor why it is not called any more; empty when it is
    public record Part(String key, long calls, long nanos, int failures, String pausedFor) {}
}
