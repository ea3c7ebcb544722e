package gewu.index;

import gewu.api.report.YearRange;
import gewu.index.SearchText.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;

/// Turns a question into queries: one that says what matches, one that says what stands first.
final class Rewriter {
    /// How scores of [#ranking] are made. Length counts less than Lucene is used to: a heading or a cell of a
    /// table says less than the paragraph that explains it. Needs nothing that the index does not hold.
    static final Similarity SCORING = new BM25Similarity(0.9f, 0.3f);

    private static final float HEADING_WEIGHT = 0.3f;
    /// Longer questions are not asked after the words of a heading.
    private static final int LONGEST_HEADING = 40;
    /// More clauses tell nothing new about what a long passage is about.
    private static final int MOST_RANKING_CLAUSES = 200;
    private static final int MOST_QUICK_CLAUSES = 12;

    private final IndexReader reader;

    /// @param reader in which the names of organisations, regions and titles are looked up
    Rewriter(IndexReader reader) {
        this.reader = reader;
    }

    /// Matches exactly the paragraphs in which the question holds.
    Query matching(Question question) throws IOException {
        return switch (question) {
            case Question.All(var parts) -> all(parts);
            case Question.Any(var parts) -> {
                List<Query> ways = new ArrayList<>();
                for (Question part : parts) {
                    ways.add(matching(part));
                }
                yield either(ways);
            }
            case Question.Without _ -> all(List.of(question));
            case Question.Term term -> term(term);
            case Question.Chosen chosen -> new BoostQuery(new ChosenQuery(chosen.selection()), 0);
            case Wildcard wildcard -> new VerifiedQuery(candidates(wildcard.pieces()), wildcard);
            case Near near -> new VerifiedQuery(candidates(near.words()), near);
            case Where where -> new BoostQuery(new ConstantScoreQuery(where(where)), 0);
        };
    }

    private Query where(Where where) throws IOException {
        return switch (where) {
            case Where.Org(var part) -> holding(Fields.ORG, part);
            case Where.Region(var part) -> holding(Fields.REGION, part);
            case Where.OfReport(var id) -> new TermQuery(new Term(Fields.REPORT, id));
            case Where.Title(var part) -> holding(Fields.TITLE, part);
            case Where.Heading heading -> new VerifiedQuery(bigrams(Fields.HEADING, heading.part()), heading);
            case Where.Years(YearRange(var first, var last)) ->
                NumericDocValuesField.newSlowRangeQuery(
                        Fields.YEAR, Math.max(1, first), last > 0 ? last : Long.MAX_VALUE);
            case Where.Kind(var kind) -> is(Fields.KIND, kind.name());
            case Where.Role(var role) -> is(Fields.ROLE, role.name());
        };
    }

    private static Query is(String field, String value) {
        return SortedDocValuesField.newSlowExactQuery(field, new BytesRef(value));
    }

    /// Matches where the value of a field holds `part`.
    Query holding(String field, String part) throws IOException {
        String wanted = SearchText.of(part).toString();
        Set<BytesRef> values = new LinkedHashSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            TermsEnum all = DocValues.getSorted(leaf.reader(), field).termsEnum();
            for (BytesRef value = all.next(); value != null; value = all.next()) {
                if (SearchText.of(value.utf8ToString()).find(wanted, 0) >= 0) {
                    values.add(BytesRef.deepCopyOf(value));
                }
            }
        }
        return SortedDocValuesField.newSlowSetQuery(field, values);
    }

    /// Matches at least where `words` may stand in a field without positions.
    private static Query bigrams(String field, String words) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (words.length() == 1) {
            return query.add(new PrefixQuery(new Term(field, Bigrams.prefix(words.charAt(0)))), Occur.FILTER)
                    .build();
        }
        for (int i = 0; i + 1 < words.length(); i++) {
            query.add(new TermQuery(new Term(field, Bigrams.term(words.charAt(i), words.charAt(i + 1)))), Occur.FILTER);
        }
        return query.build();
    }

    /// Scores a paragraph by the words and the bigrams it shares with the question, a little by its headings,
    /// and more by them when they hold a whole word of the question.
    static Query ranking(Question question, Words words) throws IOException {
        WordStream stream = new WordStream(words.tokenizer());
        Set<Query> clauses = new LinkedHashSet<>();
        BooleanQuery.Builder sum = new BooleanQuery.Builder();
        for (SearchText text : texts(question)) {
            stream.list(text).forEach(word -> clauses.add(new TermQuery(new Term(Fields.WORDS, word))));
            for (int i = 0; i + 1 < text.length(); i++) {
                var bigram = Bigrams.term(text.charAt(i), text.charAt(i + 1));
                Query heading = new TermQuery(new Term(Fields.HEADING, bigram));
                clauses.add(new TermQuery(new Term(Fields.TEXT, bigram)));
                clauses.add(new BoostQuery(heading, HEADING_WEIGHT));
            }
            if (text.length() > 1 && text.length() <= LONGEST_HEADING) {
                sum.add(headed(text), Occur.SHOULD);
            }
        }
        clauses.stream().limit(MOST_RANKING_CLAUSES).forEach(clause -> sum.add(clause, Occur.SHOULD));
        return sum.build();
    }

    /// Scores a paragraph by the bigrams of its own text alone: a first, quick look.
    static Query textRanking(Question question) {
        Set<Query> clauses = new LinkedHashSet<>();
        for (SearchText text : texts(question)) {
            for (int i = 0; i + 1 < text.length(); i++) {
                clauses.add(new TermQuery(new Term(Fields.TEXT, Bigrams.term(text.charAt(i), text.charAt(i + 1)))));
            }
        }
        BooleanQuery.Builder sum = new BooleanQuery.Builder();
        clauses.stream().limit(MOST_QUICK_CLAUSES).forEach(clause -> sum.add(clause, Occur.SHOULD));
        return sum.build();
    }

    /// Scores a paragraph by its headings if they hold a whole word of the question; others don't match.
    static Query headingRanking(Question question) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (SearchText text : texts(question)) {
            if (text.length() > 1 && text.length() <= LONGEST_HEADING) {
                any.add(headed(text), Occur.SHOULD);
            }
        }
        return any.build();
    }

    private static Query headed(SearchText text) {
        BooleanQuery.Builder headed = new BooleanQuery.Builder();
        for (int i = 0; i + 1 < text.length(); i++) {
            headed.add(
                    new TermQuery(new Term(Fields.HEADING, Bigrams.term(text.charAt(i), text.charAt(i + 1)))),
                    Occur.MUST);
        }
        return headed.build();
    }

    /// What is looked for, as texts by which paragraphs are ranked.
    private static List<SearchText> texts(Question question) {
        List<SearchText> texts = new ArrayList<>();
        for (Question.Sought sought : question.sought()) {
            switch (sought) {
                case Question.Term term -> texts.add(SearchText.of(term.typed()));
                case Question.Chosen _ -> {}
                case Wildcard wildcard -> wildcard.pieces().forEach(piece -> texts.add(SearchText.of(piece)));
                case Near near -> near.words().forEach(word -> texts.add(SearchText.of(word)));
            }
        }
        return texts;
    }

    private Query all(List<Question> parts) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        boolean onlyWithout = true;
        for (Question part : parts) {
            if (part instanceof Question.Without(var inner)) {
                query.add(matching(inner), Occur.MUST_NOT);
            } else {
                query.add(matching(part), Occur.MUST);
                onlyWithout = false;
            }
        }
        if (onlyWithout) {
            query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return query.build();
    }

    private static Query term(Question.Term term) {
        List<Query> ways = new ArrayList<>();
        term.spells().forEach(spelling -> ways.add(spelling(spelling)));
        term.resembling().forEach(spelling -> ways.add(spelling(spelling)));
        term.amount().ifPresent(yuan -> ways.add(new TermQuery(new Term(Fields.AMOUNT, yuan))));
        return either(ways);
    }

    private static Query either(List<Query> ways) {
        if (ways.size() == 1) {
            return ways.getFirst();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        ways.forEach(way -> query.add(way, Occur.SHOULD));
        return query.build();
    }

    private static Query spelling(Question.Spelling spelling) {
        return spelling.reading() == Reading.FOLDED
                ? sequence(spelling.words())
                : new VerifiedQuery(candidates(spelling.words()), spelling);
    }

    /// Matches where the characters of a folded word stand one after another.
    static Query sequence(String word) {
        if (word.length() == 1) {
            Query anyBigram = new PrefixQuery(new Term(Fields.TEXT, Bigrams.prefix(word.charAt(0))));
            return new BoostQuery(anyBigram, 0);
        }
        if (word.length() == 2) {
            return new TermQuery(new Term(Fields.TEXT, Bigrams.term(word.charAt(0), word.charAt(1))));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        // Every second bigram and the last: they cover all characters with half the postings.
        for (int i = 0; i <= word.length() - 2; i = i == word.length() - 3 ? i + 1 : i + 2) {
            phrase.add(new Term(Fields.TEXT, Bigrams.term(word.charAt(i), word.charAt(i + 1))), i);
        }
        return phrase.build();
    }

    /// Matches at least where `words` stand. Whether a comma is there depends on the digits around it, so
    /// each piece between commas is looked for on its own.
    private static Query candidates(String words) {
        return candidates(List.of(words));
    }

    private static Query candidates(List<String> all) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        for (String words : all) {
            for (String piece :
                    SearchText.of(words, Reading.WITH_SEPARATORS).toString().split(",")) {
                if (!piece.isEmpty()) {
                    query.add(sequence(piece), Occur.FILTER);
                }
            }
        }
        return query.build();
    }
}
