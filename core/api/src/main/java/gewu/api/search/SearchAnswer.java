package gewu.api.search;

import gewu.api.report.CleanText;
import gewu.api.report.Mark;
import gewu.api.report.ReportFacts;
import gewu.api.report.SectionRole;
import java.util.List;

/// What the index answers. All counts are exact, also beyond the hits returned.
///
/// @param cells       counts by organisation and year, in this order, when facets were asked for
/// @param understood  what the words were understood as, in the language of questions
/// @param paragraphs  how many paragraphs match
/// @param distinct    how many different ones among them, when equal ones were to be shown once; else as many
/// @param reports     in how many reports
/// @param occurrences how many marks there are in all of them
/// @param millis      how long it took
/// @param parts       where nothing was found: each part of the question, and what it is that fails; empty elsewhere
public record SearchAnswer(
        List<Hit> hits,
        List<Facet> facets,
        List<Cell> cells,
        String understood,
        long paragraphs,
        long distinct,
        long reports,
        long occurrences,
        double millis,
        List<Part> parts) {
    public SearchAnswer {
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
        cells = List.copyOf(cells);
        parts = List.copyOf(parts);
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
    /// @param section    the headings above it, outermost first
    /// @param start      first UTF-16 unit of the paragraph in the report's source text
    /// @param text       the paragraph's source words
    /// @param marks      where the words stand, in the report's source text, in order, not overlapping
    /// @param resembling those among the marks that hold no word as asked for, but one that looks like it
    /// @param alike      where the same paragraph stands besides, when equal ones are shown once
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
            List<Mark> resembling,
            Alike alike,
            double score) {
        private static final String SENTENCE_ENDS = "。！？!?；;";

        public Hit {
            section = List.copyOf(section);
            marks = List.copyOf(marks);
            resembling = List.copyOf(resembling);
        }

        /// The same hit, at more places.
        public Hit alike(Alike others) {
            return new Hit(
                    report, facts, section, role, page, paragraph, start, end, text, marks, resembling, others, score);
        }

        /// The words of one of its marks, broken lines joined, every character as it is written.
        public String words(Mark mark) {
            return CleanText.joined(text.substring(mark.start() - start, mark.end() - start));
        }

        /// The sentence round one of its marks, as [#words] are; its closing sign belongs to it.
        public String sentence(Mark mark) {
            int from = mark.start() - start;
            while (from > 0 && SENTENCE_ENDS.indexOf(text.charAt(from - 1)) < 0) {
                from--;
            }
            int to = mark.end() - start;
            boolean isEnded = to > 0 && SENTENCE_ENDS.indexOf(text.charAt(to - 1)) >= 0;
            while (!isEnded && to < text.length()) {
                isEnded = SENTENCE_ENDS.indexOf(text.charAt(to)) >= 0;
                to++;
            }
            return CleanText.joined(text.substring(from, to)).strip();
        }
    }

    /// Paragraphs that match and say the same as the one shown.
    ///
    /// @param paragraphs besides the one shown
    /// @param reports    other than the one shown
    public record Alike(long paragraphs, long reports) {
        public static final Alike NONE = new Alike(0, 0);
    }

    /// How many paragraphs carry a value under the current question.
    ///
    /// @param facet one of `org`, `year`, `region`, `kind`, `role`, or one of a plugin ([SearchFacet])
    public record Facet(String facet, String value, long count) {}

    /// How many paragraphs one organisation has in one year under the current question.
    ///
    /// @param org     empty where nobody knows
    /// @param year    0 where nobody knows
    /// @param reports in how many reports
    public record Cell(String org, int year, long paragraphs, long reports) {}
}
