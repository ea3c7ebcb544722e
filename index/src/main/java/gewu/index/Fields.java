package gewu.index;

/// The fields of a paragraph in the index. A change here, or in how one is filled, needs a new [#FINGERPRINT].
final class Fields {
    /// What an index was made with; another value means making it anew.
    static final String FINGERPRINT = "paragraph 2, words 1, fold " + Fold.fingerprint() + ", lucene "
            + org.apache.lucene.util.Version.LATEST.major;

    /// Bigrams of the paragraph with positions: the truth about what stands where.
    static final String TEXT = "text";
    /// Words of the paragraph, without positions: for ranking only.
    static final String WORDS = "words";
    /// Bigrams of the headings above the paragraph: for ranking only.
    static final String HEADING = "heading";
    /// The worth in 元 of the amounts in the paragraph.
    static final String AMOUNT = "amount";
    /// The paragraph's source words, stored.
    static final String SOURCE = "source";
    /// The headings above the paragraph, one a line, stored.
    static final String PATH = "path";

    /// The heading right above the paragraph.
    static final String NEAREST_HEADING = "nearest heading";
    /// A hash of the paragraph's folded words: equal paragraphs have the same.
    static final String WORDING = "wording";

    static final String REPORT = "report";
    static final String VERSION = "version";
    static final String TITLE = "title";
    static final String ORG = "org";
    static final String REGION = "region";
    static final String YEAR = "year";
    static final String KIND = "kind";
    static final String ROLE = "role";
    static final String PARAGRAPH = "paragraph";
    static final String PAGE = "page";
    static final String START = "start";
    static final String END = "end";

    private Fields() {}
}
