package gewu.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1805.99万元     ; 18059900
            18,059,900元    ; 18059900
            １，８０５．９９ 万元 ; 18059900
            0.18亿元        ; 18000000
            5元             ; 5
            0.50元          ; 0.5
            三万五千元      ; 35000
            两千万元        ; 20000000
            十二亿元        ; 1200000000
            一百零五万元    ; 1050000
            3千元           ; 3000
            """)
    void readsWhatAnAmountIsWorth(String words, String yuan) {
        assertThat(Amount.wholly(SearchText.of(words))).contains(yuan);
    }

    @ParameterizedTest
    @CsvSource({"万元", "美元", "二〇二一元", "支出5元", "1.2.3元", "5元整"})
    void seesNoAmountWhereThereIsNone(String words) {
        assertThat(Amount.wholly(SearchText.of(words))).isEmpty();
    }

    @Test
    void findsAllAmountsOfASentence() {
        List<Amount> amounts =
                SearchText.of("基本支出 1,234.56 万元、项目支出571.43万元，另有三万五千元和若干美元").amounts();

        assertThat(amounts).extracting(Amount::yuan).containsExactly("12345600", "5714300", "35000");
    }
}
