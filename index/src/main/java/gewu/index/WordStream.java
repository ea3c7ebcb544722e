package gewu.index;

import java.io.CharArrayReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Cuts a search text into words as the dictionary sees them, without punctuation. Used by one thread at a time.
final class WordStream {
    private final Tokenizer tokenizer;
    private final TokenStream words;

    WordStream(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.words = new WithoutPunctuation(tokenizer);
    }

    /// The words of `text`; consume and close them before asking again.
    TokenStream reading(SearchText text) {
        tokenizer.setReader(new CharArrayReader(text.characters(), 0, text.length()));
        return words;
    }

    /// The words of a short text, in order.
    List<String> list(SearchText text) throws IOException {
        List<String> list = new ArrayList<>();
        try (TokenStream stream = reading(text)) {
            CharTermAttribute word = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                list.add(word.toString());
            }
            stream.end();
        }
        return list;
    }

    /// Leaves out what holds no letter and no digit.
    private static final class WithoutPunctuation extends FilteringTokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        WithoutPunctuation(TokenStream input) {
            super(input);
        }

        @Override
        protected boolean accept() throws IOException {
            return term.length() > 0 && Character.isLetterOrDigit(Character.codePointAt(term, 0));
        }
    }
}
