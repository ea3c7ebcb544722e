package gewu.index.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;

/// The claim that [WordTokenizer] says what Lucene's own tokenizer says, checked on texts.
final class Identity {
    private final WordTokenizer ours;
    private final HMMChineseTokenizer theirs = new HMMChineseTokenizer();
    private long characters;
    private long words;

    Identity(WordDictionary dictionary) {
        ours = new WordTokenizer(dictionary);
    }

    /// Compares each text's terms, offsets, steps and types; stops at the first difference.
    ///
    /// @return how much was compared, in words
    String holdsFor(Stream<String> texts) {
        texts.forEach(this::holdsFor);
        return characters + " characters, " + words + " words, no difference";
    }

    private void holdsFor(String text) {
        var expected = Token.all(theirs, text);
        assertThat(Token.firstDifference(text, Token.all(ours, text), expected)).isEmpty();
        characters += text.length();
        words += expected.size() - 1;
    }
}
