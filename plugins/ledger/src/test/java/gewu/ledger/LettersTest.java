package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.ledger.paper.LetterTemplate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
                .contains("县政府：第一行 &lt;甲&gt; &amp; 乙</w:t><w:br/><w:t xml:space=\"preserve\">第二行")
                .contains("，请办。7号{{没有的}}", "李四", "<w:b/>");
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

    private String words() throws IOException {
        return part("word/document.xml").replaceAll("<[^>]*>", "");
    }

    private String part(String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
