package gewu.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.export.ExportTable;
import gewu.api.export.Exporter;
import gewu.api.export.Exports;
import gewu.testkit.GivenExtensions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExporterTest {
    private static final List<ExportTable.Column> COLUMNS = List.of(
            ExportTable.Column.of("org", "单位", "Organisation", 10),
            ExportTable.Column.of("year", "年度", "Year", 4),
            ExportTable.Column.of("rate", "执行率", "Rate", 6),
            ExportTable.Column.of("seen", "日期", "Seen", 8),
            ExportTable.Column.of("text", "原文", "Text", 40),
            ExportTable.Column.of("mark", "位置", "Mark", 6));

    private static final String HOSTILE = "=HYPERLINK(\"http://x\") <b>|*甲*|</b>\n第二行 \u0001 𠮷 [a](b)";

    @TempDir
    private Path folder;

    private final Exports exports = new Exports(new GivenExtensions()
            .with(Exporter.class, "csv", Map.of("ending", "csv"), new CsvExporter())
            .with(Exporter.class, "xlsx", Map.of("ending", "xlsx"), new XlsxExporter())
            .with(Exporter.class, "markdown", Map.of("ending", "md"), new MarkdownExporter())
            .with(Exporter.class, "jsonl", Map.of("ending", "jsonl"), new JsonLinesExporter()));

    private static ExportTable table(List<List<Object>> rows) {
        return new ExportTable(new Label("检索结果: 三公/经费", "Hits: 三公/经费"), COLUMNS, rows);
    }

    private static List<Object> row(String text) {
        return List.of("南江市档案馆", 2024, new BigDecimal("0.98050"), LocalDate.of(2025, 3, 1), text, List.of(3, 7));
    }

    private Path write(String ending, List<List<Object>> rows) {
        Path file = folder.resolve("结果." + ending);
        exports.write(table(rows), "zh", file);
        return file;
    }

    @Test
    void csvOpensInASpreadsheetWithoutBecomingAFormula() throws IOException {
        Path file = write("csv", List.of(row(HOSTILE), row("普通的话，带“引号”")));

        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        List<List<String>> lines = new ArrayList<>();
        CsvReader.builder().ofCsvRecord(text).forEach(it -> lines.add(it.getFields()));
        assertThat(lines.getFirst()).containsExactly("单位", "年度", "执行率", "日期", "原文", "位置");
        assertThat(lines.get(1)).containsExactly("南江市档案馆", "2024", "0.98050", "2025-03-01", "'" + HOSTILE, "3,7");
        assertThat(lines.get(2).get(4)).isEqualTo("普通的话，带“引号”");
    }

    @Test
    void jsonLinesKeepEveryCharacter() throws IOException {
        List<String> lines = Files.readAllLines(write("jsonl", List.of(row(HOSTILE))));

        assertThat(lines)
                .containsExactly("{\"org\":\"南江市档案馆\",\"year\":2024,\"rate\":0.98050,\"seen\":\"2025-03-01\","
                        + "\"text\":\"=HYPERLINK(\\\"http://x\\\") <b>|*甲*|</b>\\n第二行 \\u0001 \\ud842\\udfb7 [a](b)\","
                        + "\"mark\":[3,7]}");
    }

    @Test
    void markdownTakesNoCellForMarkup() throws IOException {
        String text = Files.readString(write("md", List.of(row(HOSTILE))));

        assertThat(text).startsWith("# 检索结果: 三公/经费\n\n| 单位 | 年度 |");
        assertThat(text.lines().toList().getLast()).contains("\\<b\\>\\|\\*甲\\*\\|\\</b\\> 第二行   𠮷 \\[a\\](b)");
    }

    @Test
    void aWorkbookHoldsFiguresAsFiguresAndWordsAsWords() throws IOException {
        Path file = write("xlsx", List.of(row(HOSTILE), row("长".repeat(40_000))));

        String sheet = part(file, "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("<v>2024</v>", "<v>0.9805", "state=\"frozen\"")
                .doesNotContain("<f>");
        assertThat(part(file, "xl/workbook.xml")).contains("检索结果  三公 经费");
        String words = part(file, "xl/sharedStrings.xml") + sheet;
        assertThat(words).contains("&lt;b&gt;|*甲*|&lt;/b&gt;", "𠮷", "长…").doesNotContain("\u0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "md", "jsonl"})
    void everyRowArrivesAndNoneIsKeptInMemory(String ending) throws IOException {
        int rows = 100_000;
        Iterable<List<Object>> all = () -> new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return given < rows;
            }

            @Override
            public List<Object> next() {
                return row("第" + ++given + "行");
            }
        };
        Path file = folder.resolve("大." + ending);
        exports.write(new ExportTable(Label.same("大"), COLUMNS, all), "en", file);

        long found = switch (ending) {
            case "xlsx" -> part(file, "xl/worksheets/sheet1.xml").split("<row ", -1).length - 2L;
            case "csv" -> Files.readAllLines(file).size() - 1L;
            case "md" -> Files.readAllLines(file).size() - 4L;
            default -> Files.readAllLines(file).size();
        };
        assertThat(found).isEqualTo(rows);
    }

    @Test
    void anUnknownEndingNamesTheKnownOnes() {
        assertThatThrownBy(() -> write("docx", List.of())).isInstanceOfSatisfying(WorkbenchException.class, refused -> {
            assertThat(refused).hasMessage("There is no format “docx”.");
            assertThat(refused.remedy()).isEqualTo("Known are: csv, xlsx, md, jsonl.");
        });
    }

    @Test
    void whatStoodThereStaysWhenWritingFails() throws IOException {
        Path file = Files.writeString(folder.resolve("结果.csv"), "旧的");
        Iterable<List<Object>> broken = () -> IntStream.range(0, 5)
                .mapToObj(i -> {
                    if (i == 3) {
                        throw new IllegalStateException("The reader was closed.");
                    }
                    return row("行" + i);
                })
                .iterator();

        assertThatThrownBy(() -> exports.write(new ExportTable(Label.same("表"), COLUMNS, broken), "zh", file))
                .hasMessage("The reader was closed.");
        assertThat(file).hasContent("旧的");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> exports.write(
                        table(List.of()), "zh", folder.resolve("没有").resolve("a.csv")))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(refused.remedy()).contains("folder exists"));
    }

    @Test
    void theStreamThatWasGivenStaysOpen() throws IOException {
        for (Exporter exporter :
                List.of(new CsvExporter(), new XlsxExporter(), new MarkdownExporter(), new JsonLinesExporter())) {
            try (OutputStream out = new Open()) {
                exporter.write(table(List.of(row("甲"))), "zh", out);
                out.write('!');
            }
        }
    }

    /// A stream that can tell whether it was closed.
    private static final class Open extends ByteArrayOutputStream {
        private boolean isClosed;

        @Override
        public synchronized void write(int b) {
            if (isClosed) {
                throw new UncheckedIOException(new IOException("It was closed."));
            }
            super.write(b);
        }

        @Override
        public void close() throws IOException {
            isClosed = true;
            super.close();
        }
    }

    private static String part(Path book, String name) throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            String text =
                    entry == null ? "" : new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("&#x([0-9a-f]+);")
                    .matcher(text)
                    .replaceAll(it -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(it.group(1), 16))));
        }
    }
}
