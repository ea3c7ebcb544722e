package gewu.api.search;

import gewu.api.report.Mark;
import gewu.api.report.ReportFacts;
import gewu.api.report.SectionRole;
import java.util.List;

/// What the index answers. All counts are exact, also beyond the hits returned.
///
/// @param understood  what the words were understood as, for people
/// @param paragraphs  how many paragraphs match
/// @param reports     in how many reports
/// @param occurrences how many marks there are in all of them
/// @param millis      how long it took
/// @param parts       where nothing was found: each part of the question, and what it is that fails; empty elsewhere
public record SearchAnswer(
        List<Hit> hits,
        List<Facet> facets,
        String understood,
        long paragraphs,
        long reports,
        long occurrences,
        double millis,
        List<Part> parts) {
    public SearchAnswer {
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
        parts = List.copyOf(parts);
    }

    /// An answer that has nothing to explain.
    public SearchAnswer(
            List<Hit> hits,
            List<Facet> facets,
            String understood,
            long paragraphs,
            long reports,
            long occurrences,
            double millis) {
        this(hits, facets, understood, paragraphs, reports, occurrences, millis, List.of());
    }

    /// One part of a question that found nothing as a whole.
    ///
    /// @param words   in the language of questions
    /// @param alone   how many paragraphs match this part alone, without filters
    /// @param without how many match the question with its filters when this part is left out; 0 for the only part
    /// @param nearest for words that stand nowhere: the longest pieces of them that do, the longest first
    public record Part(String words, long alone, long without, List<Piece> nearest) {
        public Part {
            nearest = List.copyOf(nearest);
        }
    }

    /// A piece of words that stand nowhere as a whole.
    ///
    /// @param paragraphs how many hold it
    public record Piece(String words, long paragraphs) {}

    /// A paragraph that matches.
    ///
    /// @param section the headings above it, outermost first
    /// @param start   first UTF-16 unit of the paragraph in the report's source text
    /// @param text    the paragraph's source words
    /// @param marks   where the words stand, in the report's source text, in order, not overlapping
    public record Hit(
            String report,
            ReportFacts facts,
            List<String> section,
            SectionRole role,
            int page,
            int paragraph,
            int start,
            int end,
            String text,
            List<Mark> marks,
            double score) {
        public Hit {
            section = List.copyOf(section);
            marks = List.copyOf(marks);
        }
    }

    /// How many paragraphs carry a value under the current question.
    ///
    /// @param facet one of `org`, `year`, `region`, `kind`, `role`
    public record Facet(String facet, String value, long count) {}
}
