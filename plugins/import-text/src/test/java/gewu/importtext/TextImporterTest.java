package gewu.importtext;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.report.Page;
import gewu.api.report.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextImporterTest {
    private static final String SIMPLIFIED = "一、部门概况\r\n青山市档案局负责全市档案的收集和利用，2023年支出 310.5 万元。\n\n二、存在的问题\n库房较小。\n";
    private static final String TRADITIONAL = "一、部門概況\n青山市檔案局負責全市檔案的收集與利用，本年度支出較去年減少，資金使用情況良好。\n";

    private final TextImporter importer = new TextImporter();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE"})
    void readsAReportWhateverTheOfficeSavedItIn(String encoding) {
        assertThat(textOf(SIMPLIFIED.getBytes(Charset.forName(encoding)))).isEqualTo(SIMPLIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"})
    void readsTraditionalCharactersToo(String encoding) {
        assertThat(textOf(TRADITIONAL.getBytes(Charset.forName(encoding)))).isEqualTo(TRADITIONAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030"})
    void leavesTheByteOrderMarkOutOfTheText(String encoding) {
        assertThat(textOf(("\ufeff" + SIMPLIFIED).getBytes(Charset.forName(encoding))))
                .isEqualTo(SIMPLIFIED);
    }

    @ParameterizedTest
    @CsvSource({"存在的问题", "联通", "预算支出情况", "自评报告", "2023年决算", "工作总结。", "我局"})
    void readsTextsOfAFewCharacters(String words) {
        for (String encoding : new String[] {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"}) {
            assertThat(textOf(words.getBytes(Charset.forName(encoding))))
                    .as(encoding)
                    .isEqualTo(words);
        }
    }

    @Test
    void readsPlainAscii() {
        assertThat(textOf("budget 2023\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo("budget 2023\n");
        assertThat(textOf("budget 2023\n".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("budget 2023\n");
    }

    @Test
    void readsCharactersThatOnlyGb18030HasInFourBytes() {
        String text = "㐀村和𠀀村的道路支出情况，资金使用情况良好。";
        assertThat(textOf(text.getBytes(Charset.forName("GB18030")))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void forgivesAFileCutOffInItsLastCharacter(String encoding) {
        byte[] bytes = ("\ufeff" + SIMPLIFIED + "库").getBytes(Charset.forName(encoding));
        assertThat(textOf(Arrays.copyOf(bytes, bytes.length - 1))).isEqualTo(SIMPLIFIED + "\ufffd");
    }

    @Test
    void forgivesACutOffFileWithoutAMark() {
        byte[] bytes = (SIMPLIFIED + "库").getBytes(StandardCharsets.UTF_8);
        assertThat(textOf(Arrays.copyOf(bytes, bytes.length - 1))).isEqualTo(SIMPLIFIED + "\ufffd");
    }

    @Test
    void endsAPageAtEachFormFeed() {
        SourceText source = sourceOf("第一页\f第二页\n\f".getBytes(StandardCharsets.UTF_8));
        assertThat(source.pages()).containsExactly(new Page(1, 0, 4), new Page(2, 4, 9));
    }

    @Test
    void refusesAFileOfWhiteSpaceAndAnEmptyOne() {
        assertThat(refusalOf(" \r\n\t\u3000\n".getBytes(StandardCharsets.UTF_8)).why())
                .isEqualTo("The file holds nothing but white space.");
        assertThat(refusalOf(new byte[0]).why()).isEqualTo("The file holds nothing but white space.");
        assertThat(refusalOf(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}).why())
                .isEqualTo("The file holds nothing but white space.");
    }

    @Test
    void refusesAPdfThatIsNamedAsText() {
        Reading.Refused refused = refusalOf("%PDF-1.7\n%abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(refused.why()).contains("begins like a PDF file");
        assertThat(refused.remedy()).contains("save it as plain text");
    }

    @Test
    void refusesBinaryFilesAndNamesTheFirstZeroByte() {
        byte[] bytes = new byte[4_000];
        new Random(7).nextBytes(bytes);
        for (int i = 0; i < 90; i++) {
            bytes[i] = 'x';
        }
        bytes[90] = 0;
        assertThat(refusalOf(bytes).why()).isEqualTo("The file is not plain text: the byte at offset 90 is zero.");
    }

    @Test
    void refusesWhatNoEncodingExplainsAndNamesTheByte() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("部门概况".getBytes(StandardCharsets.UTF_8));
        bytes.write(new byte[] {(byte) 0xff, (byte) 0xff, 'x'});
        bytes.write("支出情况".getBytes(StandardCharsets.UTF_8));
        Reading.Refused refused = refusalOf(bytes.toByteArray());
        assertThat(refused.why()).contains("stops being UTF-8 at byte offset 12");
        assertThat(refused.remedy()).contains("save it as UTF-8");
    }

    @Test
    void refusesAMarkedFileThatBreaksItsMark() {
        byte[] bytes = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a', (byte) 0xff, 'b', 'c', 'd', 'e', 'f', 'g', 'h'};
        assertThat(refusalOf(bytes).why()).contains("mark of UTF-8").contains("offset 4");
    }

    @Test
    void readsTheSameForAllThreads() throws Exception {
        byte[] bytes = SIMPLIFIED.getBytes(Charset.forName("GB18030"));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var readings = threads.invokeAll(IntStream.range(0, 40)
                    .<Callable<String>>mapToObj(_ -> () -> textOf(bytes))
                    .toList());
            for (var reading : readings) {
                assertThat(reading.get()).isEqualTo(SIMPLIFIED);
            }
        }
    }

    @Test
    void readsAnyPartOfATextInAnyEncoding() {
        String words = "本年度预算执行情况总体良好，各项目标均已完成，专项资金管理制度逐步健全，群众满意率有所提高。";
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(words.length() - 8);
            String part = words.substring(from, from + 6 + random.nextInt(words.length() - from - 6));
            Stream.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE")
                    .forEach(encoding -> assertThat(textOf(part.getBytes(Charset.forName(encoding))))
                            .as(encoding)
                            .isEqualTo(part));
        }
    }

    private SourceText sourceOf(byte[] bytes) {
        Reading reading = read(new SourceFile(Path.of("report.txt"), "text/plain", bytes));
        assertThat(reading).isInstanceOf(Reading.Text.class);
        return ((Reading.Text) reading).source();
    }

    private String textOf(byte[] bytes) {
        return sourceOf(bytes).text();
    }

    private Reading.Refused refusalOf(byte[] bytes) {
        Reading reading = read(new SourceFile(Path.of("report.txt"), "text/plain", bytes));
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return (Reading.Refused) reading;
    }

    private Reading read(SourceFile file) {
        try {
            return importer.read(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
