package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.workbench.DataRow;
import gewu.kernel.word.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people write, read exactly or named with the reason and the next move; never half.
final class InputReaderTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
        for (String unit : List.of("青禾县水利局", "青禾县水务站", "青禾县财政局")) {
            desk.rows("party", unit);
        }
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private String read(Act act, Input input, String written) {
        return Objects.requireNonNull(
                desk.ledger.inputs().read(act, Map.of(input, written)).get(input));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-05-01|2026-05-01",
                "2026年5月1日|2026-05-01",
                "２０２６年５月１日|2026-05-01",
                "2026．5．1|2026-05-01",
                "2026 年 5 月 1 日|2026-05-01",
                "20260501|2026-05-01"
            })
    void readsDaysAsOfficesWriteThem(String written, String day) {
        assertThat(read(Act.REGISTER, Input.DEADLINE, written)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1，234.5万元|1234500000",
                "1,234.5万元|1234500000",
                "１２．５万元|12500000",
                "3000|300000",
                "3 000 元|300000",
                "1,234,567.89元|123456789",
                "0.3亿|3000000000"
            })
    void readsAmountsExactlyInFen(String written, String fen) {
        assertThat(read(Act.EDIT, Input.AMOUNT, written)).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deadline|2021915日|is no date|Did you mean “2021-09-15”?",
                "deadline|2021111日|is no date|Write it like 2026-05-01",
                "deadline|2026-02-30|there is no day|Write it like 2026-05-01",
                "deadline|2026年13月1日|there is no day|Write it like 2026-05-01",
                "deadline|月底|is no date|Write it like 2026-05-01",
                "amount|12,34万元|is no amount|12.5万元",
                "amount|1,2345元|is no amount|12.5万元",
                "amount|十万|is no amount|12.5万元",
                "amount|约3万元|is no amount|12.5万元",
                "amount|-3万元|is no amount|12.5万元",
                "amount|0.001元|no whole number of fen|12.5万元",
                "amount|99999999999999亿元|too much|12.5万元"
            })
    void namesWhatItCannotReadWithTheReasonAndTheNextMoveInBothLanguages(
            String input, String written, String reason, String move) throws IOException {
        Input it = input.equals("deadline") ? Input.DEADLINE : Input.AMOUNT;
        Catalogue chinese = Catalogue.of(Ledger.class.getClassLoader());
        assertThatThrownBy(() -> read(Act.REGISTER, it, written))
                .isInstanceOfSatisfying(WorkbenchException.class, refused -> {
                    assertThat(refused.getMessage()).contains(written).contains(reason);
                    assertThat(refused.remedy()).contains(move);
                    assertThat(chinese.unknown(refused.getMessage() + "\n" + refused.remedy()))
                            .isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"青禾县水力局|Did you mean “青禾县水利局”?", "水利局|Did you mean “青禾县水利局”?", "青禾县|青禾县水利局, 青禾县水务站, 青禾县财政局"})
    void namesTheUnitsThatAreNearToOneThatIsNotKnown(String written, String near) throws IOException {
        Catalogue chinese = Catalogue.of(Ledger.class.getClassLoader());
        assertThatThrownBy(() -> read(Act.ASSIGN, Input.LEAD, written))
                .isInstanceOfSatisfying(WorkbenchException.class, refused -> {
                    assertThat(refused.remedy()).contains(near);
                    assertThat(chinese.unknown(refused.getMessage() + "\n" + refused.remedy()))
                            .isEmpty();
                });
    }

    @Test
    void oneBadItemNeverStopsTheOthersOfABatch() {
        String one = desk.proposed("一");
        String other = desk.proposed("二");
        desk.does("dismiss", other, "--because=其他", "--reason=已说明");
        List<DataRow> rows = desk.rows(
                "register",
                one,
                "ZG-9999-0001-0001",
                "胡写",
                other,
                "--category=预算",
                "--kind=立行立改",
                "--goal=编准",
                "--twin=新");
        assertThat(rows).extracting(DataRow::type).containsExactly("item", "refusal", "refusal", "refusal", "batch");
        assertThat(desk.state(one)).isEqualTo("REGISTERED");
    }
}
