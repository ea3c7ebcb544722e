package gewu.notebook;

import gewu.api.report.Mark;
import gewu.api.report.Reports;
import gewu.api.search.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the passages of notes and tags stand in the reports as they are now; what is gone is left out.
final class AnnotatedPlaces {
    private AnnotatedPlaces() {}

    /// @param annotations those of one report together
    static Selection of(List<Annotation> annotations, Reports reports) {
        PlaceFinder finder = new PlaceFinder(reports);
        Map<String, List<Mark>> places = new HashMap<>();
        for (Annotation one : annotations) {
            finder.find(one.anchor())
                    .passage(one.quote())
                    .ifPresent(it -> places.computeIfAbsent(it.report(), _ -> new ArrayList<>())
                            .add(new Mark(it.start(), it.end())));
        }
        return Selection.ofPlaces(places);
    }
}
