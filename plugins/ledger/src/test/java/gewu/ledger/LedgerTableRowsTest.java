package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.Panel;
import java.nio.file.Path;
import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The long table in the order of a Chinese dictionary, for more units than one would compare one by one.
final class LedgerTableRowsTest {
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";

    @TempDir
    Path folder;

    @Test
    void isSortedByTheNamesOfManyUnits() {
        try (Desk desk = Desk.in(folder)) {
            List<String> names = new ArrayList<>();
            for (char surname : SURNAMES.toCharArray()) {
                names.add(surname + "家镇财政所");
                desk.rows("party", names.getLast());
                desk.does("add", "台账更新不及时", "--unit=" + names.getLast(), "--year=2024", "--reason=手工录入");
            }
            LedgerTableRows rows = new LedgerTableRows(desk.ledger, ItemFilter.ALL, false);

            names.sort(Collator.getInstance(Locale.SIMPLIFIED_CHINESE));
            assertThat(units(rows, false)).isEqualTo(names);
            assertThat(units(rows, true)).isEqualTo(names.reversed());
        }
    }

    private static List<String> units(LedgerTableRows rows, boolean isFalling) {
        return rows.some(new Panel.Sift(new TreeMap<>(Map.of()), 3, isFalling), 0, 100).stream()
                .map(it -> it.cells().get(3).zh())
                .toList();
    }
}
