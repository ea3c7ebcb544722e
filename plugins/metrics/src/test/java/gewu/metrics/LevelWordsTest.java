package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LevelWordsTest {
    private static List<String> listed(String words) {
        Pack pack = Pack.own();
        HeadFinder heads = new HeadFinder(pack, new Setting(2021, "", "", Set.of(), "pet"), words);
        return new LevelWords(pack, heads)
                .listed(words, Unit.NONE).stream()
                        .map(HeadFinder.Head::canonical)
                        .toList();
    }

    @Test
    void visitsListedByTheirLevelOnlyAreToldApart() {
        assertThat(listed("省、市两级集体访")).containsExactly("pet.prov.group", "pet.city.group");
        assertThat(listed("进京、到省上访")).containsExactly("pet.bj.skip", "pet.prov");
    }

    @Test
    void oneLevelIsNoList() {
        assertThat(listed("到省集访")).isEmpty();
        assertThat(listed("受理信访事项")).isEmpty();
    }
}
