package gewu.kernel.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds sentences in one text, from its beginning to its end; places asked for must not go back. Every part of every
/// sentence is looked for once along the text, so that the time grows with its length alone, whatever it says. For one
/// thread.
final class Matches {
    /// What begins like this is an English sentence, and no name or path that one could begin with.
    private static final List<String> BEGINNINGS =
            List.of("The ", "This ", "It ", "Its ", "A ", "An ", "No ", "There ");

    private static final int UNKNOWN = -2;
    private static final int NOWHERE = -1;

    private final String text;
    private final Map<Character, List<Template>> byFirst;
    private final List<Search> searches = new ArrayList<>();

    /// A sentence of the text.
    ///
    /// @param end       where it ends
    /// @param variables what varies in it
    /// @param isFollowed whether the text ends there, or goes on with a known sentence
    record Match(Template template, int end, List<String> variables, boolean isFollowed) {
        boolean isBetterThan(Match other) {
            if (isFollowed != other.isFollowed) {
                return isFollowed;
            }
            return end == other.end ? template.literals() > other.template.literals() : end < other.end;
        }
    }

    /// @param byFirst the sentences by their first character; those that begin with something variable are left out
    Matches(String text, List<Template> sentences, Map<Character, List<Template>> byFirst) {
        this.text = text;
        this.byFirst = byFirst;
        sentences.forEach(it -> searches.add(new Search(it)));
    }

    /// The sentence that begins at a place.
    Optional<Match> at(int place) {
        Match best = null;
        for (Search search : searches) {
            Match match = search.at(place);
            if (match != null && (best == null || match.isBetterThan(best))) {
                best = match;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Whether a known sentence may begin at a place.
    boolean mayBegin(int place) {
        if (place >= text.length()) {
            return false;
        }
        for (Template template : byFirst.getOrDefault(text.charAt(place), List.of())) {
            if (text.startsWith(template.first(), place)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEdge(int place) {
        return place == text.length() || Character.isWhitespace(text.charAt(place));
    }

    private boolean isFollowed(int end) {
        return end == text.length() || (isEdge(end) && mayBegin(end + 1));
    }

    /// Looks for one sentence, and remembers where its parts stand.
    private final class Search {
        private final Template template;
        private final int[] next;
        private int nextFollowed = UNKNOWN;

        Search(Template template) {
            this.template = template;
            this.next = new int[template.parts().size()];
            Arrays.fill(next, UNKNOWN);
        }

        @Nullable
        Match at(int place) {
            boolean isOther = template.first().isEmpty()
                    ? BEGINNINGS.stream().anyMatch(it -> text.startsWith(it, place))
                    : !text.startsWith(template.first(), place);
            if (isOther) {
                return null;
            }
            int from = place + template.first().length();
            int last = template.parts().size() - 1;
            if (last == 0) {
                return isEdge(from) ? new Match(template, from, List.of(), isFollowed(from)) : null;
            }
            List<String> variables = new ArrayList<>();
            for (int i = 1; i < last; i++) {
                int found = part(i, from);
                if (found == NOWHERE) {
                    return null;
                }
                variables.add(text.substring(from, found));
                from = found + template.parts().get(i).length();
            }
            int found = followedEnd(from);
            boolean isFollowed = found != NOWHERE;
            found = isFollowed ? found : part(last, from);
            if (found == NOWHERE) {
                return null;
            }
            variables.add(text.substring(from, found));
            return new Match(template, found + template.last().length(), variables, isFollowed);
        }

        /// Where a part stands next; the last one at an edge.
        private int part(int number, int from) {
            if (next[number] == UNKNOWN || (next[number] != NOWHERE && next[number] < from)) {
                String part = template.parts().get(number);
                boolean isLast = number == next.length - 1;
                int found = text.indexOf(part, from);
                while (isLast && found >= 0 && !isEdge(found + part.length())) {
                    found = text.indexOf(part, found + 1);
                }
                next[number] = found;
            }
            return next[number];
        }

        private int followedEnd(int from) {
            if (nextFollowed == UNKNOWN || (nextFollowed != NOWHERE && nextFollowed < from)) {
                int found = text.indexOf(template.last(), from);
                while (found >= 0 && !isFollowed(found + template.last().length())) {
                    found = text.indexOf(template.last(), found + 1);
                }
                nextFollowed = found;
            }
            return nextFollowed;
        }
    }
}
