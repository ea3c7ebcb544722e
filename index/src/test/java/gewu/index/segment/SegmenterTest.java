package gewu.index.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmenterTest {
    @TempDir
    static Path folder;

    private static WordDictionary dictionary;

    @BeforeAll
    static void open() throws IOException {
        dictionary = WordDictionary.open(folder);
    }

    @Test
    void cutsASentenceIntoWords() {
        assertThat(cut("预算执行率不高")).containsExactly("预算[0-2]", "执行[2-4]", "率[4-5]", "不[5-6]", "高[6-7]");
    }

    @Test
    void seesAWordThroughTheLineBreakInIt() {
        assertThat(cut("提高财\n政 资金效益")).contains("财政[2-5]");
    }

    @Test
    void writesMarksAsCommasAndLettersSmallAndNarrow() {
        assertThat(cut("ＧＤＰ增长;Wi１２")).containsExactly("gdp[0-3]", "增长[3-5]", ",[5-6]", "wi[6-8]", "12[8-10]");
    }

    @Test
    void findsNoWordInWhiteSpace() {
        assertThat(cut("")).isEmpty();
        assertThat(cut(" \n\u3000\t")).isEmpty();
    }

    @Test
    void tellsTheSameAsTheTokenizer() {
        new StrangeTexts(3).texts(300).forEach(text -> {
            List<String> tokens = new ArrayList<>();
            for (Token token : Token.all(new WordTokenizer(dictionary), text)) {
                tokens.add(token.term() + "[" + token.start() + "-" + token.end() + "]");
            }
            assertThat(cut(text)).isEqualTo(tokens.subList(0, tokens.size() - 1));
        });
    }

    private static List<String> cut(String text) {
        List<String> words = new ArrayList<>();
        new Segmenter(dictionary)
                .segment(
                        text,
                        (term, length, start, end) ->
                                words.add(new String(term, 0, length) + "[" + start + "-" + end + "]"));
        return words;
    }
}
