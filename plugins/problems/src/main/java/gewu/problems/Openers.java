package gewu.problems;

/// Tells by the words with which a clause opens what it does.
final class Openers {
    private final WordTable words = WordTable.read("openers.tsv");
    private final WordTable actions = WordTable.read("actions.tsv");

    /// What a clause does.
    ///
    /// @param part  a part of the table; empty for none
    /// @param words the words with which it opens
    record Opening(String part, String words) {
        boolean is(String other) {
            return part.equals(other);
        }
    }

    Opening of(String text, Span clause) {
        int at = skipped(text, clause);
        String word = words.at(text, at, clause.end());
        String part = words.part(word);
        boolean holds = switch (part) {
            case "cause" -> isCause(text, at, clause.end(), word);
            case "turn" -> word.length() > 1 || !"来".equals(next(text, at + word.length(), clause.end()));
            default -> true;
        };
        return holds ? new Opening(part, word) : new Opening("", "");
    }

    /// `因地制宜` and `受益` open no cause; `受` needs an 影响, 制约 or 限制.
    private static boolean isCause(String text, int at, int end, String word) {
        String rest = text.substring(at + word.length(), end);
        return switch (word) {
            case "因" -> !rest.isEmpty() && "此而地公素人子".indexOf(rest.charAt(0)) < 0;
            case "受" -> rest.contains("影响") || rest.contains("制约") || rest.contains("限制") || rest.contains("限");
            case "主要是" -> at > 0 && text.charAt(at - 1) == ',';
            default -> true;
        };
    }

    private static String next(String text, int at, int end) {
        return at < end ? text.substring(at, at + 1) : "";
    }

    /// Whether it opens with a verb of those that remedies open with.
    boolean isAction(String text, Span clause) {
        return !actions.at(text, skipped(text, clause), clause.end()).isEmpty();
    }

    /// Whether a verb of those stands anywhere in it.
    boolean acts(String text, Span clause) {
        for (int i = clause.start(); i < clause.end(); i++) {
            if (actions.at(text, i, clause.end()).length() > 1) {
                return true;
            }
        }
        return false;
    }

    private static int skipped(String text, Span clause) {
        int at = clause.start();
        while (at < clause.end() && " \"“”'()《》、,".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
