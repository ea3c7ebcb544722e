package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.ledger.paper.LetterTemplate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Letters in Word, from the program's templates and from those that an office edited.
final class LettersTest {
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    @TempDir
    Path folder;

    private Desk desk;
    private Path file;

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
        file = folder.resolve("函.docx");
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"提醒单", "督办函", "整改通知书", "约谈通知"})
    void eachKindOfLetterIsWrittenWithNothingLeftOpen(String kind) throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("letter", id, "--letter=" + kind, "--number=督〔2026〕7号", "--reply-due=2026-06-01");
        assertThat(desk.does("print", id, "--docx=" + file).values()).containsEntry("unknown", List.of());
        assertThat(words())
                .contains("督〔2026〕7号", "水利局：", "预算编制不够精准（" + id + "，整改时限2026年7月6日）", "2026年6月1日", "2026年5月6日")
                .doesNotContain("{{");
    }

    @Test
    void severalItemsMakeOneLetter() throws IOException {
        String one = desk.itemIn(State.IN_PROGRESS);
        String two = desk.itemIn(State.IN_PROGRESS);
        desk.rows("letter", one, two, "--letter=督办函", "--number=7号");
        desk.does("print", one, two, "--docx=" + file);
        assertThat(words()).contains("1. 预算编制不够精准（" + one, "2. 预算编制不够精准（" + two);
    }

    @Test
    void aLetterIsTheSameWheneverItIsMadeAgain() throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("letter", id, "--letter=督办函", "--number=7号");
        desk.does("print", id, "--docx=" + file);
        byte[] then = Files.readAllBytes(file);
        desk.clock.goTo(LocalDate.parse("2026-09-01"));
        desk.does("edit", id, "--title=改了题目");
        desk.does("report", id, "--text=已印发办法", "--as=李四");
        desk.does("letter", id, "--letter=约谈通知", "--number=8号");
        desk.does("print", id, "--number=7号", "--docx=" + file);
        assertThat(Files.readAllBytes(file)).isEqualTo(then);
    }

    @Test
    void theOfficesOwnTemplateIsTakenAlsoWhereWordSplitThePlaces() throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("edit", id, "--text=第一行 <甲> & 乙\n第二行");
        desk.does("letter", id, "--letter=督办函", "--number=7号");
        List<String> templates = desk.rows("templates").stream()
                .map(it -> String.valueOf(it.values().get("file")))
                .toList();
        assertThat(templates).hasSize(4).allMatch(it -> Files.exists(Path.of(it)));
        Path own = Path.of(
                templates.stream().filter(it -> it.contains("督办函")).findFirst().orElseThrow());
        word(
                own,
                "<w:p><w:r><w:t>县政府：{</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>{问</w:t></w:r>"
                        + "<w:r><w:t>题}</w:t></w:r><w:r><w:t>}，请办。{{ 文号 }}{{没有的}}</w:t></w:r></w:p>"
                        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{责任人}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
        assertThat(desk.does("print", id, "--docx=" + file).values()).containsEntry("unknown", List.of("没有的"));
        assertThat(part("word/document.xml"))
                .contains("县政府：第一行 &lt;甲&gt; &amp; 乙</w:t></w:r></w:p>", "第二行</w:t>")
                .contains("，请办。7号{{没有的}}", "李四");
        assertThat(part("word/styles.xml")).isEqualTo("<styles/>");
    }

    @Test
    void whatIsNoTemplateIsRefusedAndTheFileStays() throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        assertThatThrownBy(() -> desk.rows("print", id, "--docx=" + file)).hasMessageContaining("No letter was sent");
        desk.does("letter", id, "--letter=督办函", "--number=7号");
        Path own = desk.ledger.letters().resolve("督办函.docx");
        Files.createDirectories(desk.ledger.letters());
        Files.writeString(own, "不是");
        Files.writeString(file, "原来的");
        assertThatThrownBy(() -> desk.rows("print", id, "--docx=" + file)).hasMessageContaining("no letter in Word");
        word(own, "<w:p>没写完");
        assertThatThrownBy(() -> desk.rows("print", id, "--docx=" + file)).hasMessageContaining("damaged");
        assertThat(file).hasContent("原来的");
    }

    @Test
    void aTemplateThatDeclaresEntitiesIsRefused() throws IOException {
        Path own = folder.resolve("恶.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(own))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><d>&x;</d>"
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        LetterTemplate template = LetterTemplate.of(Files.readAllBytes(own));
        assertThatThrownBy(() -> template.fill(Map.of(), new ByteArrayOutputStream()))
                .hasMessageContaining("damaged");
    }

    @Test
    void aListFillsParagraphsOfTheirOwnEachIndented() throws IOException {
        String one = desk.itemIn(State.IN_PROGRESS);
        String two = desk.itemIn(State.IN_PROGRESS);
        desk.rows("letter", one, two, "--letter=督办函", "--number=7号");
        desk.does("print", one, two, "--docx=" + file);
        assertThat(part("word/document.xml").split("<w:p>"))
                .filteredOn(it -> it.contains("预算编制不够精准"))
                .hasSize(2)
                .allMatch(it -> it.contains("<w:pStyle w:val=\"BodyText\"/>") && !it.contains("<w:br/>"));
        assertThat(part("word/styles.xml")).contains("方正小标宋简体", "仿宋_GB2312", "w:line=\"560\" w:lineRule=\"exact\"");
        assertThat(part("word/footer1.xml")).contains(" PAGE ");
    }

    @Test
    void eachItemKeepsItsNumberInEveryListOfTheLetter() throws IOException {
        String one = desk.itemIn(State.IN_PROGRESS);
        String two = desk.itemIn(State.IN_PROGRESS);
        desk.does("report", two, "--text=已印发办法", "--as=李四");
        desk.does("remedy", two, "--text=印发办法");
        desk.does("remedy", two, "--text=开展培训");
        desk.rows("letter", one, two, "--letter=整改通知书", "--number=7号");
        Path own =
                template("整改通知书", "<w:p><w:r><w:t>{{进展}}</w:t></w:r></w:p><w:p><w:r><w:t>{{整改措施}}</w:t></w:r></w:p>");
        desk.does("print", one, two, "--docx=" + file);
        assertThat(words()).isEqualTo("1. 尚未填报2. 已印发办法1. 请研究制定并报备2. （1）印发办法；（2）开展培训");
        assertThat(own).exists();
    }

    @Test
    void placesInHeadsFeetNotesTablesAndTextBoxesAreFilledAsWell() throws IOException {
        String one = desk.itemIn(State.IN_PROGRESS);
        String two = desk.itemIn(State.IN_PROGRESS);
        desk.rows("letter", one, two, "--letter=督办函", "--number=7号");
        Path own = template(
                "督办函",
                "<w:tbl><w:tr><w:tc><w:tcPr/><w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr><w:r><w:t>{{问题</w:t>"
                        + "</w:r><w:r><w:t>编号}}：</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{{问题}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                        + "<w:p><w:r><w:t>外</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{问题}}</w:t></w:r></w:p>"
                        + "</w:txbxContent></w:pict></w:r></w:p>"
                        + "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>甲{{问题}}乙</w:t></w:r><w:r><w:drawing/></w:r></w:p>");
        more(
                own,
                Map.of(
                        "word/header2.xml",
                                "<w:hdr " + W
                                        + "><w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{文号}}</w:t></w:r></w:p></w:hdr>",
                        "word/footer1.xml", "<w:ftr " + W + "><w:p><w:r><w:t>{{日期}}</w:t></w:r></w:p></w:ftr>",
                        "word/footnotes.xml",
                                "<w:footnotes " + W
                                        + "><w:footnote><w:p><w:r><w:t>{{责任人}}</w:t></w:r></w:p></w:footnote>"
                                        + "</w:footnotes>"));
        desk.does("print", one, two, "--docx=" + file);
        assertThat(words())
                .isEqualTo(one + "、" + two + "：1. 预算编制不够精准2. 预算编制不够精准外1. 预算编制不够精准2. 预算编制不够精准甲1. 预算编制不够精准"
                        + "2. 预算编制不够精准乙");
        String document = part("word/document.xml");
        assertThat(document.split("<w:sectPr/>")).hasSize(2);
        assertThat(document.indexOf("<w:sectPr/>")).isGreaterThan(document.indexOf("甲"));
        assertThat(document.split("<w:drawing/>")).hasSize(2);
        assertThat(document.split("<w:tc>")).hasSize(3);
        assertThat(part("word/header2.xml")).contains(">7号<").doesNotContain("{");
        assertThat(part("word/footer1.xml")).contains("2026年5月6日");
        assertThat(part("word/footnotes.xml")).contains("李四");
    }

    @Test
    void aTemplateOfTheStrictEditionOfTheStandardIsFilledToo() throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("letter", id, "--letter=督办函", "--number=7号");
        Path own = template("督办函", "");
        more(
                own,
                Map.of(
                        "word/document.xml",
                        "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body><w:p>"
                                + "<w:r><w:t>{{文号}}</w:t></w:r></w:p></w:body></w:document>"));
        desk.does("print", id, "--docx=" + file);
        assertThat(words()).isEqualTo("7号");
    }

    @Test
    void aTemplateInWhichNothingCanBeFilledInIsRefused() throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("letter", id, "--letter=督办函", "--number=7号");
        template("督办函", "<w:p><w:r><w:t>请抓紧整改。</w:t></w:r></w:p>");
        assertThatThrownBy(() -> desk.rows("print", id, "--docx=" + file)).hasMessageContaining("no place to fill in");
        template("督办函", "<w:p><w:r><w:t>{{单位}}：{{问题目录}}</w:t></w:r></w:p>");
        assertThatThrownBy(() -> desk.rows("print", id, "--docx=" + file)).hasMessageContaining("only 单位, 问题目录");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{文号}}", "]]></w:t><w:p>", "&amp;&#0;", "\\$1 $0", "=HYPERLINK(\"a\")"})
    void hostileWordsAreOnlyWords(String title) throws IOException {
        String id = desk.itemIn(State.IN_PROGRESS);
        desk.does("edit", id, "--title=" + title);
        desk.does("letter", id, "--letter=督办函", "--number=7号");
        template("督办函", "<w:p><w:r><w:t>{{问题}}</w:t></w:r></w:p>");
        desk.does("print", id, "--docx=" + file);
        String kept = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        assertThat(part("word/document.xml")).contains(">" + kept + "<");
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() throws IOException {
        Path own = folder.resolve("模板.docx");
        word(own, "<w:p><w:r><w:t>{{问题}}</w:t></w:r></w:p>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LetterTemplate.of(Files.readAllBytes(own)).fill(Map.of("问题", "甲\0\b\ud800\uffff😀乙"), out);
        Files.write(file, out.toByteArray());
        assertThat(words()).isEqualTo("甲&#128512;乙");
    }

    private static void word(Path to, String body) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document " + W + "><w:body>" + body + "</w:body></w:document>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("word/styles.xml"));
            zip.write("<styles/>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    /// An office's own template for a kind of letter.
    private Path template(String kind, String body) throws IOException {
        Files.createDirectories(desk.ledger.letters());
        Path own = desk.ledger.letters().resolve(kind + ".docx");
        word(own, body);
        return own;
    }

    /// Adds parts to a file, or puts them in the place of others.
    private static void more(Path to, Map<String, String> parts) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(to)) {
            for (Map.Entry<String, String> it : parts.entrySet()) {
                Files.writeString(zip.getPath(it.getKey()), it.getValue());
            }
        }
    }

    private String words() throws IOException {
        return part("word/document.xml").replaceAll("<[^>]*>", "");
    }

    private String part(String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
