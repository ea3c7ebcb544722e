package gewu.kernel.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tells how a plugin is, in reports and sentences.
final class Why {
    private Why() {}

    /// @param lastWords what went wrong when an earlier life ended
    static PluginReport report(House house, House.Row row, List<String> lastWords) {
        List<String> extensions = switch (row.parcel().reading()) {
            case Reading.Good(var manifest) ->
                manifest.extensions().stream().map(Manifest.Declared::key).toList();
            case Reading.Bad _ -> List.of();
        };
        Plugin plugin = house.plugins().get(row.id());
        if (!row.reason().isEmpty() || plugin == null) {
            List<String> reasons = new ArrayList<>(List.of(row.reason()));
            if (row.isOff()) {
                reasons.addAll(lastWords);
            }
            PluginReport.State state = row.isOff() ? PluginReport.State.DISABLED : PluginReport.State.FAILED;
            return new PluginReport(row.id(), row.version(), state, String.join("\n", reasons), extensions);
        }
        List<String> reasons = new ArrayList<>();
        PluginReport.State state = plugin.isAlive() ? PluginReport.State.ACTIVE : PluginReport.State.RESOLVED;
        if (!plugin.failure().isEmpty()) {
            state = PluginReport.State.FAILED;
            reasons.add(plugin.failure());
        }
        for (Offer offer : plugin.offers().values()) {
            String paused = offer.breaker().pausedFor();
            if (!paused.isEmpty() && plugin.failure().isEmpty()) {
                state = PluginReport.State.PAUSED;
                reasons.add(offer.key() + ": " + paused);
            } else if (!offer.breaker().last().isEmpty() && plugin.failure().isEmpty()) {
                reasons.add(offer.key() + " failed " + times(offer.breaker().count()) + ", the last time in "
                        + offer.breaker().last());
            }
        }
        plugin.remarks().stream().filter(it -> !reasons.contains(it)).forEach(reasons::add);
        reasons.addAll(house.registry().remarks(plugin.id()));
        lastWords.stream().filter(it -> !reasons.contains(it)).forEach(reasons::add);
        return new PluginReport(row.id(), row.version(), state, String.join("\n", reasons), extensions);
    }

    static List<String> sentences(House house, House.Row row, PluginReport report) {
        List<String> sentences = new ArrayList<>();
        Parcel parcel = row.parcel();
        String version = report.version().isEmpty() ? "" : " " + report.version();
        sentences.add(report.id() + version + " " + parcel.origin().words() + ": " + parcel.whereabouts() + ".");
        Plugin plugin = row.reason().isEmpty() ? house.plugins().get(row.id()) : null;
        sentences.add(
                switch (report.state()) {
                    case RESOLVED -> "All it needs is there. Nothing of it is loaded yet; its first use loads it.";
                    case ACTIVE -> "It is loaded and at work.";
                    case PAUSED -> "It is at work, but some of its contributions are paused.";
                    case FAILED -> "It can't work.";
                    case DISABLED -> "It is switched off; nothing of it is executed.";
                });
        if (!report.reason().isEmpty()) {
            sentences.addAll(List.of(report.reason().split("\n")));
        }
        if (parcel.reading() instanceof Reading.Good(var manifest)) {
            tellRequirements(house, manifest, sentences);
            tellContributions(plugin, manifest, sentences);
        }
        return sentences;
    }

    private static void tellRequirements(House house, Manifest manifest, List<String> sentences) {
        sentences.add("It is made for the api " + manifest.api() + ".");
        for (Manifest.Requirement requirement : manifest.requirements()) {
            Plugin neighbour = house.plugins().get(requirement.plugin());
            sentences.add("It requires " + requirement.plugin() + " " + requirement.range() + ": "
                    + (neighbour == null
                            ? "not at work"
                            : neighbour.manifest().version() + " is here"
                                    + (neighbour.failure().isEmpty() ? "" : ", but failed"))
                    + ".");
        }
        List<String> dependents = new ArrayList<>();
        for (House.Row other : house.rows()) {
            if (other.parcel().reading() instanceof Reading.Good(var it)
                    && it.requirements().stream().anyMatch(one -> one.plugin().equals(manifest.id()))) {
                dependents.add(it.id());
            }
        }
        if (!dependents.isEmpty()) {
            sentences.add("Required by: " + String.join(", ", dependents) + ".");
        }
    }

    private static void tellContributions(
            @org.jspecify.annotations.Nullable Plugin plugin, Manifest manifest, List<String> sentences) {
        if (manifest.extensions().isEmpty()) {
            sentences.add("It contributes nothing.");
        }
        Map<String, Offer> offers = plugin == null ? Map.of() : plugin.offers();
        for (Manifest.Declared extension : manifest.extensions()) {
            Offer offer = offers.get(extension.key());
            String how = offer == null
                    ? (extension.className() == null ? "data" : "not at work")
                    : offer.breaker().pausedFor().isEmpty() ? offer.usage() : "paused";
            sentences.add(
                    "It contributes " + extension.key() + " (" + manifest.at(extension.line()) + "): " + how + ".");
        }
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
