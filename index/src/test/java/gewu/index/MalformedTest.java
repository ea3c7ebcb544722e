package gewu.index;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.WorkbenchException;
import gewu.api.search.SearchQuery;
import gewu.api.search.SearchQuery.Matching;
import gewu.api.search.SearchQuery.Syntax;
import gewu.testkit.SampleReport;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is typed is either answered or refused with a place and a proposal; nothing ends in an exception of
/// another kind, and nothing hangs.
class MalformedTest {
    private static final List<String> SOUND = List.of(
            "经费 | 会议",
            "(经费 会议) | 培训",
            "经费 -(会议 | 培训)",
            "\"财政 资金\"~10",
            "\"财政 资金\"~>s",
            "预算*率",
            "预算??率 year:2021..2023",
            "org:档案局 role:存在问题",
            "FT='财政 /NEAR 5 资金' AND TI='报告'",
            "SU=('会议费'+'接待费')*'上升'-'培训' NOT AF='局'",
            "1,805.99万元 “三公”经费");
    private static final String SIGNS = "()（）\"“”'|-*?~>:=%/+ \t　\0\uD83D\u202E0年";

    @TempDir
    private Path folder;

    private SmallHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new SmallHouse(folder);
        house.shelf().put(SampleReport.of("甲", "财政资金拨付及时，会议费下降。\n预算执行率98%，预算完成率100%。".repeat(20)));
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void fiveHundredSlipsAreToldWithTheirPlace() {
        Set<String> refused = new LinkedHashSet<>();
        Random random = new Random(5);
        while (refused.size() < 500) {
            String typed = broken(random);
            Matching matching = Matching.USUAL
                    .in(random.nextInt(4) == 0 ? Syntax.CNKI : Syntax.ANY)
                    .withSynonyms(random.nextBoolean())
                    .withLookalikes(random.nextBoolean())
                    .exactly(random.nextInt(5) == 0);
            try {
                house.index().search(SearchQuery.of(typed).matching(matching).withFacets());
            } catch (WorkbenchException slip) {
                assertThat(slip.kind()).as(typed).isEqualTo(WorkbenchException.Kind.USAGE);
                assertThat(slip.remedy()).as(typed).isNotBlank();
                if (!typed.isBlank()) {
                    assertThat(slip.getMessage()).as(typed).contains("▸").containsPattern("at character \\d+");
                }
                refused.add(typed);
            }
        }
    }

    private static String broken(Random random) {
        StringBuilder typed = new StringBuilder(SOUND.get(random.nextInt(SOUND.size())));
        int slips = 1 + random.nextInt(4);
        for (int i = 0; i < slips; i++) {
            int at = random.nextInt(typed.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> typed.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 1 -> {
                    if (at < typed.length()) {
                        typed.deleteCharAt(at);
                    }
                }
                default -> typed.setLength(at);
            }
        }
        return typed.toString();
    }

    @Test
    void questionsThatAreMuchTooLongEnd() {
        List<String> endless = List.of(
                "经".repeat(50_000),
                "经费 ".repeat(500),
                "(".repeat(900) + "经费 会议" + ")".repeat(900),
                "FT=" + "(".repeat(900) + "'经费'" + ")".repeat(900),
                "(".repeat(900) + "FT='经费'" + ")".repeat(900),
                "-(".repeat(300) + "经费 会议" + ")".repeat(300),
                "a?".repeat(200) + "b",
                "\"" + "财 ".repeat(100) + "\"~200");
        for (String typed : endless) {
            try {
                assertThat(house.index().search(SearchQuery.of(typed)).paragraphs())
                        .isNotNegative();
            } catch (WorkbenchException slip) {
                assertThat(slip.kind()).isEqualTo(WorkbenchException.Kind.USAGE);
            }
        }
    }
}
