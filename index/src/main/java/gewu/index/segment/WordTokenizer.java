package gewu.index.segment;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// Stands in for Lucene's `HMMChineseTokenizer`: the same terms, offsets, positions and types.
public final class WordTokenizer extends Tokenizer {
    private static final String TYPE = "word";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final Segmenter segmenter;

    public WordTokenizer(WordDictionary dictionary) {
        segmenter = new Segmenter(dictionary);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        segmenter.open(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!segmenter.next()) {
            return false;
        }
        clearAttributes();
        int start = segmenter.start();
        int end = segmenter.end();
        term.setLength(segmenter.writeTerm(term.resizeBuffer(end - start)));
        offset.setOffset(correctOffset(start), correctOffset(end));
        type.setType(TYPE);
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        int end = correctOffset(segmenter.seen());
        offset.setOffset(end, end);
    }
}
