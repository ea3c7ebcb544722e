package gewu.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Cuts texts into the words of a dictionary, for ranking. Safe for all threads.
interface Words {
    /// A new cutter, for one thread.
    Tokenizer tokenizer() throws IOException;

    /// Lucene's own Chinese words.
    static Words ofLucene() {
        return HMMChineseTokenizer::new;
    }

    /// The words of a short text, in order.
    default List<String> of(SearchText text) throws IOException {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = new WordStream(tokenizer()).reading(text)) {
            CharTermAttribute word = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        }
        return words;
    }
}
