package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.workbench.DataRow;
import gewu.ledger.paper.SheetReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bulletins tell a past day again, row for row.
final class BulletinTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void itCountsWhatStandsAndWhatWasDoneInThePeriod() {
        desk.itemIn(State.PROPOSED);
        desk.itemIn(State.CLOSED);
        String late = desk.itemIn(State.IN_PROGRESS);
        desk.clock.goTo(LocalDate.parse("2026-07-10"));
        desk.itemIn(State.REGISTERED);
        desk.does("report", late, "--text=已印发办法", "--as=李四");
        List<DataRow> week = desk.rows("bulletin", "周");
        assertThat(week.getFirst().values()).containsEntry("title", "整改情况周通报（2026年第28周）");
        assertThat(counts(week))
                .containsEntry("立项", "3")
                .containsEntry("已销号", "1")
                .containsEntry("超期", "1")
                .containsEntry("本期立项", "1")
                .containsEntry("本期销号", "0")
                .containsEntry("本期填报进展", "1")
                .containsEntry("销号率", "33.33%");
        assertThat(counts(desk.rows("bulletin", "年")))
                .containsEntry("本期立项", "3")
                .containsEntry("本期销号", "1");
        assertThat(String.valueOf(week.getLast().values().get("values")))
                .contains("问题编号=" + late, "整改时限=2026-07-06", "超期天数=4", "责任人=李四");
        assertThat(desk.told("bulletin")).contains("水利局|3|1|");
    }

    @Test
    void aPastBulletinIsTheSameWhateverHappenedSince() throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.clock.goTo(LocalDate.parse("2026-07-31"));
        Path file = folder.resolve("月通报.md");
        desk.rows("bulletin", "month", "--export=" + file);
        byte[] then = Files.readAllBytes(file);
        List<DataRow> rows = desk.rows("bulletin", "month");
        desk.clock.goTo(LocalDate.parse("2026-09-15"));
        desk.does("edit", id, "--title=改了题目");
        desk.does("appoint", id, "--person=孙六");
        desk.rows("party", "水利局", "--rename=水务局");
        desk.itemIn(State.CLOSED);
        desk.rows("bulletin", "month", "--as-of=2026-07-31", "--export=" + file);
        assertThat(Files.readAllBytes(file)).isEqualTo(then);
        assertThat(desk.rows("bulletin", "month", "--as-of=2026-07-31")).isEqualTo(rows);
        assertThat(file).content().contains("# 整改情况月通报（2026年7月）", "| 水利局 | 1 |").doesNotContain("水务局");
    }

    @Test
    void theWorkbookHoldsThreeTables() throws IOException {
        desk.itemIn(State.IN_PROGRESS);
        desk.clock.goTo(LocalDate.parse("2026-07-31"));
        Path file = folder.resolve("通报.xlsx");
        desk.rows("bulletin", "季", "--export=" + file);
        try (SheetReader book = SheetReader.open(file)) {
            assertThat(book.sheets()).containsExactly("总体情况", "各单位情况", "超期事项");
            List<Map<Integer, gewu.ledger.paper.SheetCell>> rows = SheetTest.rows(book, "超期事项");
            assertThat(SheetTest.text(rows.getFirst(), 0)).isEqualTo("整改情况季通报（2026年第3季度）");
            assertThat(SheetTest.text(rows.get(4), 3)).isEqualTo("2026-07-06");
        }
        assertThatThrownBy(() -> desk.rows("bulletin", "季", "--export=" + folder.resolve("通报.doc")))
                .hasMessageContaining("neither .xlsx, .docx nor .md");
        assertThatThrownBy(() -> desk.rows("bulletin", "旬")).hasMessageContaining("no bulletin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"周", "月", "季", "年"})
    void everyCadenceInEveryFormatHasTheSameBytesWhateverHappenedSince(String cadence) throws IOException {
        String kept = desk.itemIn(State.IN_PROGRESS);
        String undone = desk.itemIn(State.IN_PROGRESS);
        desk.itemIn(State.CLOSED);
        desk.clock.goTo(LocalDate.parse("2026-07-29"));
        Object batch = desk.rows("report", undone, "--text=已印发办法", "--percent=30", "--as=李四")
                .getLast()
                .values()
                .get("batch");
        Map<String, byte[]> then = new java.util.TreeMap<>();
        for (String ending : List.of("xlsx", "docx", "md")) {
            Path file = folder.resolve("通报." + ending);
            desk.rows("bulletin", cadence, "--export=" + file);
            then.put(ending, Files.readAllBytes(file));
        }
        desk.clock.goTo(LocalDate.parse("2026-09-15"));
        desk.rows("undo", String.valueOf(batch));
        desk.does("edit", kept, "--title=改了题目");
        desk.does("appoint", kept, "--person=孙六");
        desk.rows("party", "水利局", "--rename=水务局");
        desk.rows("rebuild");
        for (String ending : List.of("xlsx", "docx", "md")) {
            Path file = folder.resolve("重做." + ending);
            desk.rows("bulletin", cadence, "--as-of=2026-07-29", "--export=" + file);
            assertThat(Files.readAllBytes(file)).as(ending).isEqualTo(then.get(ending));
        }
        // told of the day after the undoing, the report is no more
        assertThat(counts(desk.rows("bulletin", "年"))).containsEntry("本期填报进展", "0");
    }

    @Test
    void theDocumentTellsTheTotalInWordsAndTheRestInTablesWithHeadsOnEachPage() throws IOException {
        String late = desk.itemIn(State.IN_PROGRESS);
        desk.clock.goTo(LocalDate.parse("2026-07-31"));
        Path file = folder.resolve("通报.docx");
        desk.rows("bulletin", "月", "--export=" + file);
        String document;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            document = new String(
                    zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(document.replaceAll("<[^>]*>", ""))
                .contains("整改情况月通报（2026年7月）", "截至2026年7月31日，共立项1项，已销号0项，销号率0.00%", "超期1项", late)
                .endsWith("2026年7月31日");
        assertThat(document.split("<w:tblHeader/>")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "周通报, 整改情况周通报（2026年第31周）",
        "月会商, 整改情况月会商（2026年7月）",
        "季点评, 整改情况季点评（2026年第3季度）",
        "季度调度, 整改情况季调度（2026年第3季度）",
        "年考核, 整改情况年考核（2026年）",
        "quarter, 整改情况季通报（2026年第3季度）"
    })
    void itIsCalledAsTheOfficeCallsIt(String name, String title) {
        desk.clock.goTo(LocalDate.parse("2026-07-31"));
        assertThat(desk.rows("bulletin", name).getFirst().values()).containsEntry("title", title);
    }

    @ParameterizedTest
    @CsvSource({
        "WEEK, 2027-01-01, 2026-12-28, 2026年第53周",
        "MONTH, 2026-02-28, 2026-02-01, 2026年2月",
        "QUARTER, 2026-12-31, 2026-10-01, 2026年第4季度",
        "YEAR, 2026-05-06, 2026-01-01, 2026年"
    })
    void periodsBeginWhereTheCalendarSays(Bulletin.Cadence cadence, LocalDate day, LocalDate first, String name) {
        assertThat(cadence.first(day)).isEqualTo(first);
        assertThat(cadence.name(day)).isEqualTo(name);
    }

    private static Map<String, String> counts(List<DataRow> rows) {
        Map<String, String> counts = new java.util.HashMap<>();
        rows.stream()
                .filter(it -> "总体情况".equals(it.values().get("table")))
                .map(it -> (Map<?, ?>) Objects.requireNonNull(it.values().get("values")))
                .forEach(it -> counts.put(String.valueOf(it.get("项目")), String.valueOf(it.get("数量"))));
        return counts;
    }
}
