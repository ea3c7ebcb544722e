package gewu.index.segment;

/// The words of the dictionary as a tree of characters, in flat arrays.
///
/// A node is known by its base: its child for character number `n` stands at place `base + n`, if that place says `n`.
/// No two nodes share a base, so the number alone tells whose child it is. Immutable.
final class WordTree {
    /// What [#child(int, int)] answers for "no such child".
    static final int NONE = -1;

    /// Bits of a character's number; a base takes the other bits of a place.
    static final int NUMBER_BITS = 13;

    static final int NUMBER_MASK = (1 << NUMBER_BITS) - 1;

    private final char[] classes;
    private final int[] places;
    private final char[] codes;
    private final int[] rootBases;
    private final char[] rootCodes;

    /// @param classes by UTF-16 unit: the number of a dictionary character, or its kind ([CharacterKinds]) below
    ///     [CharacterKinds#COUNT]
    /// @param places by place: base of the node shifted by [#NUMBER_BITS], number of the character that leads to it
    /// @param codes by place: the number of the word's frequency, 0 if the characters so far are no word
    /// @param rootBases by character number: the base of the node for words that begin with it
    /// @param rootCodes by character number: the number of the character's own frequency
    WordTree(char[] classes, int[] places, char[] codes, int[] rootBases, char[] rootCodes) {
        this.classes = classes;
        this.places = places;
        this.codes = codes;
        this.rootBases = rootBases;
        this.rootCodes = rootCodes;
    }

    /// The number of a character of the dictionary, or the kind of any other unit.
    int classOf(char c) {
        return classes[c];
    }

    int rootBase(int number) {
        return rootBases[number];
    }

    int rootCode(int number) {
        return rootCodes[number];
    }

    /// The place of the child, or [#NONE].
    int child(int base, int number) {
        int place = base + number;
        return (places[place] & NUMBER_MASK) == number ? place : NONE;
    }

    int base(int place) {
        return places[place] >>> NUMBER_BITS;
    }

    int code(int place) {
        return codes[place];
    }

    char[] classes() {
        return classes;
    }

    int[] places() {
        return places;
    }

    char[] codes() {
        return codes;
    }

    int[] rootBases() {
        return rootBases;
    }

    char[] rootCodes() {
        return rootCodes;
    }
}
