package gewu.importoffice;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class DocImporterTest {
    static final String MEDIA_TYPE = "application/msword";

    @Test
    void readsAnOldWordDocumentWithItsNumbersNotesAndTable() {
        assertThat(source().text()).isEqualTo("""
                2022年度青山市档案局部门整体支出绩效自评报告
                一、部门概况
                （一）主要职责
                本局负责全市档案的收集和利用。
                含电子档案。
                （二）机构设置
                内设科室四个。
                二、预算执行情况
                支出情况见下表。
                指标\t2022年\t说明
                预算\t决算
                基本支出\t310.50\t298.76\t
                项目支出\t120.00\t119.20\t已验收
                单位：万元。
                三、存在的问题
                1. 库房较小。
                2. 设备陈旧。
                全文见本局网站。
                """);
    }

    @Test
    void findsMergedCellsAndHeadsOfItsTable() {
        SourceText source = source();
        Table table = source.tables().getFirst();
        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.columns()).isEqualTo(4);
        assertThat(table.cell(2, 4).orElseThrow().rowSpan()).isEqualTo(2);
        assertThat(table.heads(table.cell(4, 3).orElseThrow()).stream()
                        .map(it -> source.text().substring(it.start(), it.end())))
                .containsExactly("2022年", "决算", "项目支出");
    }

    @Test
    void endsThePageWhereTheDocumentDoes() {
        SourceText source = source();
        assertThat(source.pageAt(source.text().indexOf("单位：万元"))).isEqualTo(1);
        assertThat(source.pageAt(source.text().indexOf("三、存在的问题"))).isEqualTo(2);
    }

    @Test
    void readsItAlsoWhenItsKindDoesNotShowAtFirstSight() {
        Reading reading = new OleImporter().read(new SourceFile(Path.of("a"), "application/x-ole-storage", fixture()));
        assertThat(reading).isInstanceOf(Reading.Text.class);
    }

    @Test
    void saysThatAProtectedDocumentNeedsACopyWithoutPassword() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("密码");
            try (var out = encryptor.getDataStream(container)) {
                out.write(DocxImporterContractTest.written());
            }
            container.writeFilesystem(bytes);
        }
        SourceFile file = new SourceFile(Path.of("密.docx"), "application/x-ole-storage", bytes.toByteArray());
        Reading.Refused refused = (Reading.Refused) new OleImporter().read(file);
        assertThat(refused.why()).isEqualTo("The file is protected by a password.");
        assertThat(refused.remedy()).contains("without the password");
    }

    /// See the README for how it was made.
    static byte[] fixture() {
        try (InputStream in = Objects.requireNonNull(DocImporterTest.class.getResourceAsStream("档案局.doc"))) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static SourceText source() {
        Reading reading = new DocImporter().read(new SourceFile(Path.of("档案局.doc"), MEDIA_TYPE, fixture()));
        assertThat(reading).isInstanceOf(Reading.Text.class);
        return ((Reading.Text) reading).source();
    }
}
