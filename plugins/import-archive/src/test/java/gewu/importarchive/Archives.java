package gewu.importarchive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Archives as their senders made them.
final class Archives {
    static final String WORDS = "青禾县水利局2023年度部门整体支出绩效自评报告";

    private Archives() {}

    static byte[] zip(Charset names, String... files) throws IOException {
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

    static void setEncrypted(byte[] zip) {
        forEachHead(zip, (at, flags) -> zip[at + flags] |= 1);
    }

    /// As if each file were packed by another method than it is.
    static void setMethod(byte[] zip, int method) {
        forEachHead(zip, (at, flags) -> zip[at + flags + 2] = (byte) method);
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

    static byte[] sevenZip(String name) throws IOException {
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

    static byte[] tar() throws IOException {
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

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
