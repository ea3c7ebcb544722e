package gewu.workbench.page;

import gewu.api.workbench.Panel;
import gewu.workbench.passage.Excerpt;
import java.util.List;

/// The answer to a question, ready to be drawn.
///
/// @param understood   what the words were understood as; empty when it says nothing more
/// @param settings     what of the question may be switched
/// @param groups       the hits by report, in their order
/// @param isResembling whether words are marked that only look like those asked for
/// @param limits       what the answer is limited to
/// @param facets       what it may be limited to further
/// @param matrix       counts by organisation and year; without rows when it says nothing more than the facets
/// @param advice       what to try when nothing was found
/// @param parts        why nothing was found
/// @param uses         other ways to see the answer, and files to keep it in
/// @param forms        what can be done with the question
/// @param turning      the pages before and behind
public record SearchPage(
        String understood,
        String totals,
        Settings settings,
        List<Group> groups,
        boolean isResembling,
        List<Limit> limits,
        List<FacetGroup> facets,
        Matrix matrix,
        List<String> advice,
        List<Part> parts,
        List<Use> uses,
        List<Panel.Form> forms,
        Turning turning) {
    public SearchPage {
        groups = List.copyOf(groups);
        limits = List.copyOf(limits);
        facets = List.copyOf(facets);
        advice = List.copyOf(advice);
        parts = List.copyOf(parts);
        uses = List.copyOf(uses);
        forms = List.copyOf(forms);
    }

    /// The form of switches.
    ///
    /// @param kept what the form sends along unseen
    public record Settings(List<Switch> switches, List<Choice> orders, List<Kept> kept) {
        public Settings {
            switches = List.copyOf(switches);
            orders = List.copyOf(orders);
            kept = List.copyOf(kept);
        }
    }

    /// One switch.
    public record Switch(String name, String title, String remark, boolean isOn) {}

    /// One order of the hits.
    public record Choice(String value, String title, boolean isChosen) {}

    /// A value that a form sends along.
    public record Kept(String name, String value) {}

    /// One report's hits.
    public record Group(String title, String facts, String address, List<HitLine> hits) {
        public Group {
            hits = List.copyOf(hits);
        }
    }

    /// One hit.
    ///
    /// @param alike where else the same paragraph stands; empty for nowhere
    /// @param each  the question that lists all paragraphs like it
    public record HitLine(String where, String address, Excerpt excerpt, String alike, String each) {}

    /// A limit in force and the address without it.
    public record Limit(String text, String without) {}

    /// The values of one facet.
    ///
    /// @param lines the most frequent
    /// @param rest  how many more there are
    /// @param all   where they are listed; empty where nothing more is
    public record FacetGroup(String id, String title, List<FacetLine> lines, int rest, String all) {
        public FacetGroup {
            lines = List.copyOf(lines);
        }
    }

    /// One value; `address` is empty when the answer can't be limited to it.
    public record FacetLine(String text, long count, String address) {}

    /// Counts of paragraphs, a row an organisation and a column a year.
    ///
    /// @param all where every organisation is listed; empty when they are
    public record Matrix(List<String> years, List<MatrixRow> rows, int organisations, String all) {
        public Matrix {
            years = List.copyOf(years);
            rows = List.copyOf(rows);
        }
    }

    /// One organisation, with a count for each year.
    public record MatrixRow(FacetLine org, List<FacetLine> counts) {
        public MatrixRow {
            counts = List.copyOf(counts);
        }
    }

    /// One part of a question that found nothing.
    ///
    /// @param alone   how many paragraphs it finds by itself
    /// @param without how many the question finds without it; empty for the only part
    /// @param nearest pieces of it that stand somewhere
    public record Part(String words, String alone, String without, List<FacetLine> nearest) {
        public Part {
            nearest = List.copyOf(nearest);
        }
    }

    /// Another way to see the answer.
    ///
    /// @param isFile whether it is a file to keep
    public record Use(String title, String address, boolean isFile) {}

    /// Turning the pages of the answer. An address is empty where nothing follows.
    ///
    /// @param here which hits these are of how many
    public record Turning(String first, String earlier, String later, String last, String here, long page, long pages) {
        static final Turning NONE = new Turning("", "", "", "", "", 1, 1);
    }
}
