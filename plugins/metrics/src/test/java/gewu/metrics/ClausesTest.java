package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.metrics.Token.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClausesTest {
    private static Place place(String text, int number) {
        List<Quantity> quantities = new ArrayList<>();
        for (Token token : new QuantityScanner(Pack.own()).scan(text)) {
            if (token instanceof Quantity it) {
                quantities.add(it);
            }
        }
        return new Clauses(text, quantities).place(number);
    }

    @Test
    void theWordsOfAFigureBeginBehindTheOneBefore() {
        assertThat(place("来信203件,来访452批", 1).left()).isEqualTo(",来访");
        assertThat(place("来信203件,来访452批", 1).clause()).isEqualTo("来访");
    }

    @Test
    void behindABracketTheWordsOutsideGoOn() {
        assertThat(place("公用经费112万元(上年126万元),占基本支出的15%", 2).left()).isEqualTo(",占基本支出的");
        assertThat(place("公用经费112万元(上年126万元),占基本支出的15%", 1).left()).isEqualTo("上年");
    }

    @Test
    void aBracketWithoutAFigureIsOnlyWords() {
        assertThat(place("因公出国(境)费3万元", 0).left()).isEqualTo("因公出国(境)费");
    }

    @Test
    void aSemicolonAndASentenceEndCutTheWords() {
        assertThat(place("情况良好。基本支出3万元", 0).left()).isEqualTo("基本支出");
        assertThat(place("项目完成;基本支出3万元", 0).left()).isEqualTo("基本支出");
    }
}
