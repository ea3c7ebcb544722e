package gewu.index;

import gewu.index.SearchText.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Turns a question into queries: one that says what matches, one that says what stands first.
final class Rewriter {
    private static final float HEADING_WEIGHT = 0.3f;
    /// More clauses tell nothing new about what a long passage is about.
    private static final int MOST_RANKING_CLAUSES = 200;

    private Rewriter() {}

    /// Matches exactly the paragraphs in which the question holds.
    static Query matching(Question question) {
        return switch (question) {
            case Question.All(var parts) -> all(parts);
            case Question.Any(var parts) ->
                either(parts.stream().map(Rewriter::matching).toList());
            case Question.Without _ -> all(List.of(question));
            case Question.Term term -> term(term);
        };
    }

    /// Scores a paragraph by the words and the bigrams it shares with the question, and a little by its headings.
    static Query ranking(Question question, Words words) throws IOException {
        WordStream stream = new WordStream(words.tokenizer());
        Set<Query> clauses = new LinkedHashSet<>();
        for (Question.Term term : question.sought()) {
            SearchText text = SearchText.of(term.typed());
            stream.list(text).forEach(word -> clauses.add(new TermQuery(new Term(Fields.WORDS, word))));
            for (int i = 0; i + 1 < text.length(); i++) {
                var bigram = Bigrams.term(text.charAt(i), text.charAt(i + 1));
                clauses.add(new TermQuery(new Term(Fields.TEXT, bigram)));
                clauses.add(new BoostQuery(new TermQuery(new Term(Fields.HEADING, bigram)), HEADING_WEIGHT));
            }
        }
        BooleanQuery.Builder sum = new BooleanQuery.Builder();
        clauses.stream().limit(MOST_RANKING_CLAUSES).forEach(clause -> sum.add(clause, Occur.SHOULD));
        return sum.build();
    }

    private static Query all(List<Question> parts) {
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
        for (int i = 0; i + 1 < word.length(); i++) {
            phrase.add(new Term(Fields.TEXT, Bigrams.term(word.charAt(i), word.charAt(i + 1))), i);
        }
        return phrase.build();
    }

    /// Matches at least where `words` stand. Whether a comma is there depends on the digits around it, so each piece
    /// between commas is looked for on its own.
    private static Query candidates(String words) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        for (String piece :
                SearchText.of(words, Reading.WITH_SEPARATORS).toString().split(",")) {
            if (!piece.isEmpty()) {
                query.add(sequence(piece), Occur.FILTER);
            }
        }
        return query.build();
    }
}
