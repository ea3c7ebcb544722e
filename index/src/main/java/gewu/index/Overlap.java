package gewu.index;

import gewu.index.SearchText.Reading;
import java.util.List;

/// Whether occurrences can be counted from the postings, because no two of them can overlap.
final class Overlap {
    private Overlap() {}

    /// Whether each mark of the question is exactly one occurrence of one folded word, and the question's
    /// clauses see all of them.
    static boolean isImpossible(Question question) {
        if (!question.sought().stream().allMatch(Question.Term.class::isInstance)) {
            return false;
        }
        List<Question.Term> terms =
                question.sought().stream().map(Question.Term.class::cast).toList();
        return isFlat(question)
                && terms.stream().allMatch(Overlap::isPlain)
                && areApart(
                        terms.stream().map(it -> it.spells().getFirst().words()).toList());
    }

    private static boolean isFlat(Question question) {
        return switch (question) {
            case Question.All(var parts) -> parts.stream().allMatch(Overlap::isFlatPart);
            case Question.Any _, Question.Without _, Question.Sought _, Where _ -> isFlatPart(question);
        };
    }

    private static boolean isFlatPart(Question part) {
        return switch (part) {
            case Question.All _ -> false;
            case Question.Any(var parts) -> parts.stream().allMatch(Question.Term.class::isInstance);
            case Question.Without _, Question.Sought _, Where _ -> true;
        };
    }

    /// Whether it is looked for by folded characters alone.
    static boolean isPlain(Question.Term term) {
        return term.amount().isEmpty()
                && term.resembling().isEmpty()
                && term.spells().size() == 1
                && term.spells().getFirst().reading() == Reading.FOLDED;
    }

    private static boolean areApart(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            for (int j = 0; j < words.size(); j++) {
                boolean isTogether =
                        i == j ? endBegins(words.get(i), words.get(i)) : touches(words.get(i), words.get(j));
                if (isTogether) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean touches(String one, String other) {
        return one.contains(other) || endBegins(one, other);
    }

    /// Whether some end of `one`, shorter than both, is how `other` begins.
    private static boolean endBegins(String one, String other) {
        for (int size = 1; size < Math.min(one.length(), other.length() + 1); size++) {
            if (size < other.length() && one.regionMatches(one.length() - size, other, 0, size)) {
                return true;
            }
        }
        return false;
    }
}
