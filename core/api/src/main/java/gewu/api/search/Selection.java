package gewu.api.search;

import gewu.api.report.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where a condition that a plugin contributes holds: in whole reports, or at places in them. A paragraph
/// fulfils it that lies in such a report or shares a character with such a place; the places are marked.
///
/// @param places  by report, in its source text, in any order
/// @param reports ids
public record Selection(Map<String, List<Mark>> places, Set<String> reports) {
    public Selection {
        Map<String, List<Mark>> copy = new HashMap<>();
        places.forEach((report, marks) -> copy.put(report, List.copyOf(marks)));
        places = Map.copyOf(copy);
        reports = Set.copyOf(reports);
    }

    public static Selection ofPlaces(Map<String, List<Mark>> places) {
        return new Selection(places, Set.of());
    }

    public static Selection ofReports(Set<String> reports) {
        return new Selection(Map.of(), reports);
    }
}
