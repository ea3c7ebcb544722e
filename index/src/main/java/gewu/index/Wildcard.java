package gewu.index;

import gewu.index.SearchText.Place;
import gewu.index.SearchText.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A word with gaps: `?` stands for one character, `*` for up to [#LONGEST_GAP] characters of the same
/// sentence, so that `预算*率` finds 预算执行率 and 预算完成率. Immutable; all threads may share it.
///
/// @param pieces  what stands between the gaps, folded as its reading says; at least two, none empty
/// @param gaps    one less than pieces
/// @param reading of the text in which it must stand
record Wildcard(List<String> pieces, List<Gap> gaps, Reading reading) implements Question.Sought, VerifiedQuery.Check {
    /// A longer gap joins what has nothing to do with each other.
    static final int LONGEST_GAP = 20;

    /// More gaps than anybody needs.
    static final int MOST_GAPS = 8;

    Wildcard {
        pieces = List.copyOf(pieces);
        gaps = List.copyOf(gaps);
    }

    /// How many characters may stand there.
    record Gap(int least, int most) {}

    @Override
    public String field() {
        return Fields.SOURCE;
    }

    @Override
    public boolean holds(String source) {
        SearchText text = SearchText.of(source, reading);
        return next(text, 0, new Trial(text)) != null;
    }

    /// All places from left to right without overlap; at each beginning the one with the shortest gaps, the first gap
    /// before the others.
    List<Place> places(SearchText text) {
        List<Place> places = new ArrayList<>();
        Trial trial = new Trial(text);
        Place place = next(text, 0, trial);
        while (place != null) {
            places.add(place);
            place = next(text, place.end(), trial);
        }
        return places;
    }

    private @Nullable Place next(SearchText text, int from, Trial trial) {
        for (int at = text.find(pieces.getFirst(), from); at >= 0; at = text.find(pieces.getFirst(), at + 1)) {
            int end = trial.end(1, at + pieces.getFirst().length());
            if (end >= 0) {
                return new Place(at, end);
            }
        }
        return null;
    }

    /// Remembers what did not fit, so that no text and no pattern takes longer than their lengths multiplied.
    private final class Trial {
        private final SearchText text;
        private final boolean[][] failed;

        Trial(SearchText text) {
            this.text = text;
            this.failed = new boolean[pieces.size()][text.length() + 1];
        }

        /// Where the pattern ends when piece number `piece` is looked for behind the gap that begins at `at`; -1 if it
        /// does not fit.
        int end(int piece, int at) {
            if (piece == pieces.size()) {
                return at;
            }
            if (failed[piece][at]) {
                return -1;
            }
            Gap gap = gaps.get(piece - 1);
            String wanted = pieces.get(piece);
            for (int size = 0; size <= gap.most() && at + size <= text.length(); size++) {
                if (size > 0 && gap.most() > gap.least() && endsSentence(text.charAt(at + size - 1))) {
                    break;
                }
                if (size >= gap.least() && text.standsAt(wanted, at + size)) {
                    int end = end(piece + 1, at + size + wanted.length());
                    if (end >= 0) {
                        return end;
                    }
                }
            }
            failed[piece][at] = true;
            return -1;
        }
    }

    static boolean endsSentence(char folded) {
        return folded == '。' || folded == '！' || folded == '？' || folded == '!' || folded == '?';
    }

    /// In the language of questions.
    String written() {
        StringBuilder written = new StringBuilder(pieces.getFirst());
        for (int i = 0; i < gaps.size(); i++) {
            Gap gap = gaps.get(i);
            written.append("?".repeat(gap.least()));
            if (gap.most() > gap.least()) {
                written.append('*');
            }
            written.append(pieces.get(i + 1));
        }
        return written.toString();
    }
}
