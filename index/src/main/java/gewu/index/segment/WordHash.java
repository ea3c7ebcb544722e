package gewu.index.segment;

/// The 64-bit FNV-1a hash under which smartcn's dictionary keeps its word pairs, folded character by character.
///
/// A pair is hashed as first word, `@`, second word, so that the hash after the `@` is the same for all second words.
final class WordHash {
    static final long SEED = 0xcbf29ce484222325L;

    private static final long PRIME = 1099511628211L;

    private static final long PRIME_SQUARED = 0x000366000002e329L; // modulo 2^64

    private WordHash() {}

    /// The hash of what `hash` stands for and `c` after it.
    static long fold(long hash, char c) {
        return (((hash ^ (c & 0xFF)) * PRIME) ^ (c >>> 8)) * PRIME;
    }

    static long fold(long hash, CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            hash = fold(hash, text.charAt(i));
        }
        return hash;
    }

    /// The hash of what `hash` stands for, ready for a second word.
    static long endFirst(long hash) {
        return (hash ^ '@') * PRIME_SQUARED; // the upper half of this character is 0
    }
}
