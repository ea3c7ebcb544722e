package gewu.api.report;

import java.util.regex.MatchResult;

/// A pattern's match in the clean text of a paragraph, able to lead back to the source.
public record Found(Report report, Paragraph paragraph, CleanText clean, MatchResult match) {

    /// The clean words of the whole match.
    public String text() {
        return match.group();
    }

    /// The clean words of a named group.
    ///
    /// @throws IllegalArgumentException if the pattern has no such group, or it took no part in the match
    public String group(String name) {
        String words = match.group(name);
        if (words == null) {
            throw new IllegalArgumentException(
                    "The group “" + name + "” took no part in the match of “" + text() + "”.");
        }
        return words;
    }

    /// Where the whole match stands in the source.
    public Passage passage() {
        return passage(match.start(), match.end());
    }

    /// Where a named group stands in the source.
    public Passage passage(String name) {
        return passage(match.start(name), match.end(name));
    }

    private Passage passage(int start, int end) {
        return report.passage(clean.sourceStart(start), clean.sourceEnd(end));
    }
}
