package gewu.metrics;

import gewu.metrics.Token.Quantity;
import java.util.Arrays;
import java.util.List;

/// How a paragraph falls into sentences, brackets and clauses. Brackets without a quantity are only words.
final class Clauses {
    private static final String ENDS = "。!?";
    private static final String MARKS = "。;,)(!:、";

    /// More words before a quantity never name it.
    private static final int LONGEST_LEFT = 400;

    private final String text;
    private final List<Quantity> quantities;
    private final int[] bracket;
    private final int[] outer;
    private final int[] sentence;

    Clauses(String text, List<Quantity> quantities) {
        this.text = text;
        this.quantities = quantities;
        this.bracket = new int[text.length() + 1];
        this.outer = new int[text.length() + 1];
        this.sentence = new int[text.length() + 1];
        cutBrackets(closings());
        cutSentences();
    }

    /// Where each bracket closes, -1 for what opens none or is never closed.
    private int[] closings() {
        int[] closing = new int[text.length()];
        Arrays.fill(closing, -1);
        int[] open = new int[text.length() + 1];
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                open[depth] = i;
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
                closing[open[depth]] = i;
            }
        }
        return closing;
    }

    private void cutBrackets(int[] closing) {
        int open = -1;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            while (next < quantities.size() && quantities.get(next).start() <= i) {
                next++;
            }
            boolean holds = closing[i] >= 0
                    && next < quantities.size()
                    && quantities.get(next).end() <= closing[i];
            if (holds) {
                outer[i] = open;
                open = i;
            }
            bracket[i] = open;
            if (open >= 0 && closing[open] == i) {
                open = outer[open];
            }
        }
        bracket[text.length()] = -1;
    }

    private void cutSentences() {
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            sentence[i] = begin;
            if (ENDS.indexOf(text.charAt(i)) >= 0) {
                begin = i + 1;
            }
        }
        sentence[text.length()] = begin;
    }

    /// Where the bracket around a character opens; -1 outside.
    int bracketAt(int at) {
        return bracket[at];
    }

    /// Where the bracket around a bracket opens; -1 outside.
    int around(int open) {
        return outer[open];
    }

    Place place(int number) {
        Quantity it = quantities.get(number);
        int open = bracket[it.start()];
        int from = Math.max(Math.max(sentence[it.start()], open + 1), it.start() - LONGEST_LEFT);
        for (int i = number - 1; i >= 0 && quantities.get(i).end() > from; i--) {
            if (bracket[quantities.get(i).start()] == open) {
                from = quantities.get(i).end();
                break;
            }
        }
        String left = left(from, it.start(), open);
        int right = it.end();
        int next = number + 1 < quantities.size() ? quantities.get(number + 1).start() : text.length();
        int most = Math.min(next, it.end() + LONGEST_LEFT);
        while (right < most && MARKS.indexOf(text.charAt(right)) < 0) {
            right++;
        }
        return new Place(
                number, open, sentence[it.start()], from, left, lastClause(left), text.substring(it.end(), right));
    }

    private String left(int from, int to, int open) {
        StringBuilder left = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (bracket[i] == open) {
                left.append(text.charAt(i));
            }
        }
        return left.substring(left.lastIndexOf(";") + 1);
    }

    private static String lastClause(String left) {
        int at = left.length() - 1;
        while (at >= 0 && ",:、 ".indexOf(left.charAt(at)) >= 0) {
            at--;
        }
        int cut = Math.max(left.lastIndexOf(',', at), left.lastIndexOf(':', at));
        return left.substring(cut + 1);
    }
}
