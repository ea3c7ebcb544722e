package gewu.index.segment;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// All that a tokenizer says of one word; the last of a text stands for what it says at the end.
record Token(String term, int start, int end, int step, String type) {
    static List<Token> all(Tokenizer tokenizer, String text) {
        List<Token> tokens = new ArrayList<>();
        var term = tokenizer.addAttribute(CharTermAttribute.class);
        var offset = tokenizer.addAttribute(OffsetAttribute.class);
        var step = tokenizer.addAttribute(PositionIncrementAttribute.class);
        var type = tokenizer.addAttribute(TypeAttribute.class);
        try (tokenizer) {
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                tokens.add(new Token(
                        term.toString(),
                        offset.startOffset(),
                        offset.endOffset(),
                        step.getPositionIncrement(),
                        type.type()));
            }
            tokenizer.end();
            tokens.add(new Token("", offset.startOffset(), offset.endOffset(), step.getPositionIncrement(), "end"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /// Empty if both say the same.
    static String firstDifference(String text, List<Token> ours, List<Token> theirs) {
        if (ours.equals(theirs)) {
            return "";
        }
        int at = 0;
        while (at < Math.min(ours.size(), theirs.size()) && ours.get(at).equals(theirs.get(at))) {
            at++;
        }
        Token before = theirs.get(Math.max(0, Math.min(at, theirs.size() - 1)));
        int from = Math.max(0, before.start() - 20);
        String near = text.substring(from, Math.min(text.length(), before.end() + 20));
        return "word %d: %s, Lucene %s, near %d: “%s”"
                .formatted(at, some(ours, at), some(theirs, at), from, escaped(near));
    }

    private static List<Token> some(List<Token> tokens, int from) {
        return tokens.subList(Math.min(from, tokens.size()), Math.min(from + 3, tokens.size()));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if (c >= 0x4E00 && c <= 0x9FA5 || c > ' ' && c < 0x7F) {
                escaped.append((char) c);
            } else {
                escaped.append("\\u%04x".formatted(c));
            }
        });
        return escaped.toString();
    }
}
