package gewu.index;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/// Cuts a search text into terms of two characters, one term for each character: itself and the one behind it. The last
/// character is a term alone.
///
/// So a word of n characters stands in a text exactly when its n-1 terms stand there one after another, and a single
/// character exactly when some term begins with it. A term is four bytes, two a character: no character, however rare,
/// needs a rule of its own.
final class Bigrams extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final byte[] bytes = new byte[4];
    private final BytesRef reference = new BytesRef(bytes);
    private char[] characters = new char[0];
    private int length;
    private int at;

    /// Makes this stream read `text` from its beginning.
    Bigrams reading(SearchText text) {
        characters = text.characters();
        length = text.length();
        return this;
    }

    @Override
    public boolean incrementToken() {
        if (at >= length) {
            return false;
        }
        write(bytes, 0, characters[at]);
        if (at + 1 < length) {
            write(bytes, 2, characters[at + 1]);
            reference.length = 4;
        } else {
            reference.length = 2;
        }
        term.setBytesRef(reference);
        at++;
        return true;
    }

    @Override
    public void reset() {
        clearAttributes();
        at = 0;
    }

    /// The term of two characters.
    static BytesRef term(char first, char second) {
        byte[] term = new byte[4];
        write(term, 0, first);
        write(term, 2, second);
        return new BytesRef(term);
    }

    /// What all terms of a character begin with.
    static BytesRef prefix(char first) {
        byte[] prefix = new byte[2];
        write(prefix, 0, first);
        return new BytesRef(prefix);
    }

    private static void write(byte[] bytes, int at, char c) {
        bytes[at] = (byte) (c >>> 8);
        bytes[at + 1] = (byte) c;
    }
}
