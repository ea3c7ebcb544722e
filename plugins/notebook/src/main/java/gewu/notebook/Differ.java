package gewu.notebook;

import gewu.api.job.Progress;
import gewu.api.report.Anchor;
import gewu.api.report.Reports;
import gewu.api.report.Whereabouts;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks a frozen question again and compares the answers.
final class Differ {
    private final EntryTable entries;
    private final HitReader hits;
    private final Reports reports;

    Differ(EntryTable entries, ReportSearch search, Reports reports) {
        this.entries = entries;
        this.hits = new HitReader(search);
        this.reports = reports;
    }

    Difference since(Entry entry, Progress progress) {
        Map<String, Kept> fresh = new HashMap<>();
        List<String> order = new ArrayList<>();
        Map<String, Boolean> frozen = new HashMap<>();
        entries.passages(entry.number(), it -> frozen.put(key(it.anchor()), false));
        SearchAnswer now = hits.each(entry.question(), progress, hit -> {
            if (frozen.replace(key(hit.anchor()), true) == null) {
                String place = place(hit.anchor().report(), hit.paragraph());
                fresh.put(place, hit);
                order.add(place);
            }
        });
        List<Difference.One> differences = new ArrayList<>();
        PlaceFinder places = new PlaceFinder(reports);
        entries.passages(entry.number(), it -> {
            if (!frozen.getOrDefault(key(it.anchor()), true)) {
                differences.add(lost(it, places, fresh));
            }
        });
        order.forEach(place -> Optional.ofNullable(fresh.get(place))
                .ifPresent(it -> differences.add(new Difference.One(
                        Difference.Kind.CAME, Optional.empty(), Optional.of(it), Optional.empty()))));
        long unchanged = frozen.values().stream().filter(it -> it).count();
        return new Difference(
                new Difference.Counts(now.understood(), now.paragraphs(), now.reports(), now.occurrences()),
                unchanged,
                differences);
    }

    /// What became of a paragraph that is no hit with these words; one that is a hit with others is
    /// taken out of
    /// `fresh`.
    private static Difference.One lost(Kept before, PlaceFinder places, Map<String, Kept> fresh) {
        Located located = places.find(before.anchor());
        Optional<Kept> after = located.paragraph()
                .flatMap(it ->
                        Optional.ofNullable(fresh.remove(place(before.anchor().report(), it.number()))));
        Difference.Kind kind = after.isPresent()
                ? Difference.Kind.CHANGED
                : located.where() instanceof Whereabouts.Gone ? Difference.Kind.WENT : Difference.Kind.LEFT;
        return new Difference.One(kind, Optional.of(before), after, Optional.of(located));
    }

    private static String place(String report, int paragraph) {
        return report + "#" + paragraph;
    }

    private static String key(Anchor anchor) {
        return anchor.report() + "~" + anchor.paragraph();
    }
}
