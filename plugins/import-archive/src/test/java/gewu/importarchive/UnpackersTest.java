package gewu.importarchive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.intake.Unpacker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackersTest {
    private static final String WORDS = "青禾县水利局2023年度部门整体支出绩效自评报告";

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-8", "GB18030"})
    void decodesTheNamesWhateverProgramWroteThem(String charset) throws IOException {
        byte[] zip = zip(Charset.forName(charset), "附件/水利局自评.txt", "附件/", "说明（最终稿）.txt");
        Taken taken = unpack(new ZipUnpacker(), "application/zip", zip);
        assertThat(taken.files).containsOnlyKeys("附件/水利局自评.txt", "说明（最终稿）.txt").containsValue(WORDS);
    }

    @Test
    void handsOverDangerousNamesAsMereNamesAndLeavesLitterOut() throws IOException {
        byte[] zip = zip(StandardCharsets.UTF_8, "../../etc/自评.txt", "C:\\自评.txt", "__MACOSX/._自评.txt", "a/.DS_Store");
        assertThat(unpack(new ZipUnpacker(), "application/zip", zip).files)
                .containsOnlyKeys("../../etc/自评.txt", "C:\\自评.txt");
    }

    @Test
    void readsAZipWhoseDirectoryIsCutOffFromItsBeginning() throws IOException {
        byte[] zip = zip(Charset.forName("GBK"), "一.txt", "二.txt");
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
        byte[] zip = zip(StandardCharsets.UTF_8, "锁.txt");
        setEncrypted(zip);
        assertThat(unpack(new ZipUnpacker(), "application/zip", zip).refused)
                .hasValueSatisfying(it -> assertThat(it.why()).contains("password"));
    }

    @Test
    void takesSevenZipApart() throws IOException {
        Taken taken = unpack(new SevenZipUnpacker(), "application/x-7z-compressed", sevenZip("附件/自评.txt"));
        assertThat(taken.files).containsExactly(Map.entry("附件/自评.txt", WORDS));
    }

    @Test
    void takesTarApartWhetherPackedOrNotAndFollowsNoLink() throws IOException {
        byte[] tar = tar();
        for (byte[] bytes : new byte[][] {tar, gzip(tar)}) {
            Taken taken = unpack(new TarUnpacker(), bytes == tar ? "application/x-tar" : "application/gzip", bytes);
            assertThat(taken.files).containsExactly(Map.entry("附件/自评.txt", WORDS));
            assertThat(taken.passedOver).containsOnlyKeys("密码");
        }
    }

    @Test
    void takesACompressedFileForOneFileNamedWithoutItsEnding() throws IOException {
        byte[] packed = gzip(WORDS.getBytes(StandardCharsets.UTF_8));
        assertThat(unpack(new TarUnpacker(), "application/gzip", packed).files)
                .containsExactly(Map.entry("存档.txt", WORDS));
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
        byte[] zip = zip(StandardCharsets.UTF_8, "一.txt", "二.txt");
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

    private static byte[] zip(Charset names, String... files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (String name : files) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(WORDS.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        byte[] zip = bytes.toByteArray();
        return names.equals(StandardCharsets.UTF_8) ? withoutUtf8Mark(zip) : zip;
    }

    /// As programs write it that encode names in UTF-8 and do not say so.
    private static byte[] withoutUtf8Mark(byte[] zip) {
        forEachHead(zip, (at, flags) -> zip[at + flags + 1] &= ~8);
        return zip;
    }

    private static void setEncrypted(byte[] zip) {
        forEachHead(zip, (at, flags) -> zip[at + flags] |= 1);
    }

    private interface Head {
        void at(int offset, int flags);
    }

    private static void forEachHead(byte[] zip, Head head) {
        for (int i = 0; i + 4 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4) {
                head.at(i, 6);
            } else if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                head.at(i, 8);
            }
        }
    }

    private static byte[] sevenZip(String name) throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile seven = new SevenZOutputFile(channel)) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName(name);
            seven.putArchiveEntry(entry);
            seven.write(WORDS.getBytes(StandardCharsets.UTF_8));
            seven.closeArchiveEntry();
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    private static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "GB18030")) {
            byte[] words = WORDS.getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("附件/自评.txt");
            entry.setSize(words.length);
            tar.putArchiveEntry(entry);
            tar.write(words);
            tar.closeArchiveEntry();
            TarArchiveEntry link = new TarArchiveEntry("密码", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/shadow");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
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
