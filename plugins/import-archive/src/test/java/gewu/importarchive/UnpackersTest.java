package gewu.importarchive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.intake.Unpacker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackersTest {
    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-8", "GB18030"})
    void decodesTheNamesWhateverProgramWroteThem(String charset) throws IOException {
        byte[] zip = Archives.zip(Charset.forName(charset), "附件/水利局自评.txt", "附件/", "说明（最终稿）.txt");
        Taken taken = unpack(new ZipUnpacker(), "application/zip", zip);
        assertThat(taken.files).containsOnlyKeys("附件/水利局自评.txt", "说明（最终稿）.txt").containsValue(Archives.WORDS);
    }

    @Test
    void handsOverDangerousNamesAsMereNamesAndLeavesLitterOut() throws IOException {
        byte[] zip = Archives.zip(
                StandardCharsets.UTF_8,
                "../../etc/自评.txt",
                "C:\\自评.txt",
                "__MACOSX/._自评.txt",
                "a/.DS_Store",
                "a/~$自评.docx");
        assertThat(unpack(new ZipUnpacker(), "application/zip", zip).files)
                .containsOnlyKeys("../../etc/自评.txt", "C:\\自评.txt");
    }

    @Test
    void readsAZipWhoseDirectoryIsCutOffFromItsBeginning() throws IOException {
        byte[] zip = Archives.zip(Charset.forName("GBK"), "一.txt", "二.txt");
        byte[] cut = Arrays.copyOf(zip, zip.length - 60);
        Taken taken = new Taken();
        assertThatThrownBy(
                        () -> new ZipUnpacker().unpack(new SourceFile(Path.of("断.zip"), "application/zip", cut), taken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut off");
        assertThat(taken.files).containsKeys("一.txt", "二.txt");
    }

    @Test
    void saysWhichFilesAreLocked() throws IOException {
        byte[] zip = Archives.zip(StandardCharsets.UTF_8, "锁.txt");
        Archives.setEncrypted(zip);
        assertThat(unpack(new ZipUnpacker(), "application/zip", zip).refused)
                .hasValueSatisfying(it -> assertThat(it.why()).contains("password"));
    }

    /// 93 is Zstandard, which newer programs use; 12 is bzip2, which it is not.
    @ParameterizedTest
    @ValueSource(ints = {93, 12})
    void saysWhatItCanNotReadOfAZipPackedInAnUnusualWay(int method) throws IOException {
        byte[] zip = Archives.zip(StandardCharsets.UTF_8, "一.txt", "二.txt");
        Archives.setMethod(zip, method);
        Taken whole = unpack(new ZipUnpacker(), "application/zip", zip);
        assertThat(whole.passedOver).containsOnlyKeys("一.txt", "二.txt");

        byte[] withoutDirectory = Arrays.copyOf(zip, zip.length - 60);
        Taken cut = unpack(new ZipUnpacker(), "application/zip", withoutDirectory);
        assertThat(cut.files).isEmpty();
        assertThat(cut.refused).isPresent();
    }

    @Test
    void takesSevenZipApart() throws IOException {
        Taken taken = unpack(new SevenZipUnpacker(), "application/x-7z-compressed", Archives.sevenZip("附件/自评.txt"));
        assertThat(taken.files).containsExactly(Map.entry("附件/自评.txt", Archives.WORDS));
    }

    @Test
    void takesTarApartWhetherPackedOrNotAndFollowsNoLink() throws IOException {
        byte[] tar = Archives.tar();
        for (byte[] bytes : new byte[][] {tar, Archives.gzip(tar)}) {
            Taken taken = unpack(new TarUnpacker(), bytes == tar ? "application/x-tar" : "application/gzip", bytes);
            assertThat(taken.files).containsExactly(Map.entry("附件/自评.txt", Archives.WORDS));
            assertThat(taken.passedOver).containsOnlyKeys("密码");
        }
    }

    @Test
    void takesACompressedFileForOneFileNamedWithoutItsEnding() throws IOException {
        byte[] packed = Archives.gzip(Archives.WORDS.getBytes(StandardCharsets.UTF_8));
        assertThat(unpack(new TarUnpacker(), "application/gzip", packed).files)
                .containsExactly(Map.entry("存档.txt", Archives.WORDS));
    }

    @Test
    void refusesRarAndWhatIsBrokenWithTheNextMove() throws IOException {
        byte[] broken = "PK\u0003\u0004 nothing more".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(unpack(new ZipUnpacker(), "application/zip", broken).refused).isPresent();
        assertThat(unpack(new SevenZipUnpacker(), "application/x-7z-compressed", new byte[] {'7', 'z', 1}).refused)
                .isPresent();
        assertThat(unpack(new TarUnpacker(), "application/gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0}).refused)
                .isPresent();
        assertThat(unpack(new RarRefusal(), "application/vnd.rar", new byte[] {'R'}).refused)
                .hasValueSatisfying(it -> assertThat(it.remedy()).contains("ZIP"));
    }

    @Test
    void stopsWhenTheReceiverHasHadEnough() throws IOException {
        byte[] zip = Archives.zip(StandardCharsets.UTF_8, "一.txt", "二.txt");
        Taken full = new Taken() {
            @Override
            public void file(String name, long packed, InputStream content) throws IOException {
                throw new IOException("enough");
            }
        };
        SourceFile file = new SourceFile(Path.of("存档.zip"), "application/zip", zip);
        assertThatThrownBy(() -> new ZipUnpacker().unpack(file, full)).hasMessage("enough");
    }

    private static Taken unpack(Unpacker unpacker, String mediaType, byte[] bytes) throws IOException {
        Taken taken = new Taken();
        taken.refused = unpacker.unpack(new SourceFile(Path.of("存档.txt.gz"), mediaType, bytes), taken);
        return taken;
    }

    /// Remembers what it was given.
    private static class Taken implements Unpacker.Receiver {
        private final Map<String, String> files = new LinkedHashMap<>();
        private final Map<String, String> passedOver = new LinkedHashMap<>();
        private Optional<Reading.Refused> refused = Optional.empty();

        @Override
        public void file(String name, long packed, InputStream content) throws IOException {
            files.put(name, new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }

        @Override
        public void passedOver(String name, String why, String remedy) {
            passedOver.put(name, why);
        }
    }
}
