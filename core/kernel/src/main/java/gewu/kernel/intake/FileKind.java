package gewu.kernel.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a file is, by its content and never by its name.
enum FileKind {
    PDF("application/pdf", "a PDF", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a Word document", "docx", "docm"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "an Excel workbook", "xlsx", "xlsm"),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "a PowerPoint presentation",
            "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "an OpenDocument text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument table", "ods"),
    OFD("application/ofd", "an OFD document", "ofd"),
    ZIP("application/zip", "a ZIP archive", "zip"),
    DOC("application/msword", "an old Word document", "doc", "wps"),
    XLS("application/vnd.ms-excel", "an old Excel workbook", "xls", "et"),
    PPT("application/vnd.ms-powerpoint", "an old PowerPoint presentation", "ppt", "dps"),
    OLE("application/x-ole-storage", "an old Office file", "doc", "xls", "ppt", "wps", "et", "dps", "msg"),
    RTF("application/rtf", "a Rich Text document", "rtf", "doc"),
    HTML("text/html", "a web page", "html", "htm"),
    MHTML("multipart/related", "a saved web page", "mht", "mhtml", "doc"),
    XML("application/xml", "an XML file", "xml"),
    PNG("image/png", "a PNG picture", "png"),
    JPEG("image/jpeg", "a JPEG picture", "jpg", "jpeg"),
    GIF("image/gif", "a GIF picture", "gif"),
    TIFF("image/tiff", "a TIFF picture", "tif", "tiff"),
    BMP("image/bmp", "a BMP picture", "bmp"),
    WEBP("image/webp", "a WebP picture", "webp"),
    SEVEN_ZIP("application/x-7z-compressed", "a 7z archive", "7z"),
    RAR("application/vnd.rar", "a RAR archive", "rar"),
    GZIP("application/gzip", "a gzip archive", "gz", "tgz"),
    TAR("application/x-tar", "a TAR archive", "tar"),
    BZIP2("application/x-bzip2", "a bzip2 archive", "bz2", "tbz"),
    XZ("application/x-xz", "an XZ archive", "xz", "txz"),
    TEXT("text/plain", "plain text", "txt", "text", "md", "csv", "log"),
    UNKNOWN("application/octet-stream", "of a kind Gewu does not know");

    private static final Pattern MAIL_HEAD = Pattern.compile("[a-z][a-z-]{2,30}: ?\\S");
    private static final Pattern SAVED_PAGE =
            Pattern.compile("(?m)^mime-version:[\\s\\S]*^content-type:\\s*(multipart/related|text/html)"
                    + "|^content-type:\\s*multipart/related[\\s\\S]*^mime-version:");
    private static final Pattern HTML_BEGINS = Pattern.compile(
            "(<!--[\\s\\S]*?-->\\s*|<\\?xml[^>]*>\\s*)*<(!doctype html|head|meta|title|body|table|div|p|h[1-6]|center|font)[\\s>]");
    private static final int HEAD = 65_536;
    private static final int SECTOR = 512;

    private final String mediaType;
    private final String described;
    private final List<String> endings;

    FileKind(String mediaType, String described, String... endings) {
        this.mediaType = mediaType;
        this.described = described;
        this.endings = List.of(endings);
    }

    /// Looks at the beginning of the file; never reads all of it.
    static FileKind of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        FileKind byMagic = byMagic(head);
        return switch (byMagic) {
            case OLE -> byDirectory(file, head);
            case ZIP -> inZip(file, head);
            default -> byMagic;
        };
    }

    String mediaType() {
        return mediaType;
    }

    /// Such as “a PDF”, or “a PDF although it is named .txt”.
    String describedFor(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String ending = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean isUsual = ending.isEmpty() || endings.isEmpty() || endings.contains(ending);
        return isUsual ? described : described + " although it is named ." + ending;
    }

    private static FileKind byMagic(byte[] head) {
        if (contains(head, "%PDF-", 1024)) {
            return PDF;
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
            return OLE;
        }
        if (startsWith(head, '{', '\\', 'r', 't', 'f')) {
            return RTF;
        }
        if (startsWith(head, 0x89, 'P', 'N', 'G', '\r', '\n')) {
            return PNG;
        }
        if (startsWith(head, 0xff, 0xd8, 0xff)) {
            return JPEG;
        }
        if (startsWith(head, 'G', 'I', 'F', '8')) {
            return GIF;
        }
        if (startsWith(head, 'I', 'I', 42, 0) || startsWith(head, 'M', 'M', 0, 42)) {
            return TIFF;
        }
        if (startsWith(head, 'B', 'M') && head.length > 14 && head[6] == 0 && head[7] == 0 && head[8] == 0) {
            return BMP;
        }
        if (startsWith(head, 'R', 'I', 'F', 'F') && contains(head, "WEBP", 16)) {
            return WEBP;
        }
        if (startsWith(head, '7', 'z', 0xbc, 0xaf)) {
            return SEVEN_ZIP;
        }
        if (startsWith(head, 'R', 'a', 'r', '!', 0x1a)) {
            return RAR;
        }
        if (startsWith(head, 0x1f, 0x8b, 8)) {
            return GZIP;
        }
        if (startsWith(head, 'B', 'Z', 'h') && head.length > 10 && head[4] == 0x31 && head[5] == 0x41) {
            return BZIP2;
        }
        if (startsWith(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        if (head.length > 262 && new String(head, 257, 5, StandardCharsets.US_ASCII).equals("ustar")) {
            return TAR;
        }
        return isText(head) ? inText(head) : UNKNOWN;
    }

    /// Office and OFD files are archives; the names of their entries tell which. An archive of Office files is none.
    private static FileKind inZip(Path file, byte[] head) throws IOException {
        String begin = new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1);
        if (begin.contains("mimetypeapplication/vnd.oasis.opendocument.text")) {
            return ODT;
        }
        if (begin.contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) {
            return ODS;
        }
        List<String> names = ZipNames.of(file, head);
        if (names.contains("OFD.xml")) {
            return OFD;
        }
        if (names.contains("mimetype") && names.contains("content.xml")) {
            // packed anew by a program that does not put the type first
            return endsWith(file, ".ods") ? ODS : ODT;
        }
        boolean isOffice = names.contains("[Content_Types].xml") || names.contains("_rels/.rels");
        if (!isOffice) {
            // What begins with a folder of a document and calls itself .ofd is hardly a parcel of files.
            boolean isCutOff = endsWith(file, ".ofd") && names.stream().allMatch(it -> it.startsWith("Doc_"));
            return isCutOff ? OFD : ZIP;
        }
        for (String name : names) {
            if (name.startsWith("word/")) {
                return DOCX;
            }
            if (name.startsWith("xl/")) {
                return XLSX;
            }
            if (name.startsWith("ppt/")) {
                return PPTX;
            }
        }
        return named(file);
    }

    /// A file that is cut off before it tells which: its importer says so best, and the name helps to find it.
    private static FileKind named(Path file) {
        if (endsWith(file, ".xlsx") || endsWith(file, ".xlsm")) {
            return XLSX;
        }
        return endsWith(file, ".pptx") ? PPTX : DOCX;
    }

    private static boolean endsWith(Path file, String ending) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /// An old Office file names its parts in a directory, to which the header points.
    private static FileKind byDirectory(Path file, byte[] head) throws IOException {
        if (head.length < SECTOR) {
            return OLE;
        }
        long sector = Integer.toUnsignedLong(
                ByteBuffer.wrap(head).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(48));
        int shift =
                ByteBuffer.wrap(head).order(java.nio.ByteOrder.LITTLE_ENDIAN).getShort(30) == 12 ? 12 : 9;
        long directoryAt = (sector << shift) + (1L << shift);
        if (directoryAt >= Files.size(file)) {
            return OLE;
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(directoryAt);
            String directory = new String(in.readNBytes(4 * SECTOR), StandardCharsets.UTF_16LE);
            if (directory.contains("WordDocument")) {
                return DOC;
            }
            if (directory.contains("Workbook") || directory.contains("Book\0")) {
                return XLS;
            }
            return directory.contains("PowerPoint Document") ? PPT : OLE;
        }
    }

    private static FileKind inText(byte[] head) {
        String begin = new String(head, 0, Math.min(head.length, 2048), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (MAIL_HEAD.matcher(begin).lookingAt() && SAVED_PAGE.matcher(begin).find()) {
            return MHTML;
        }
        if (begin.contains("<html") || HTML_BEGINS.matcher(begin).lookingAt()) {
            return HTML;
        }
        return begin.startsWith("<?xml") ? XML : TEXT;
    }

    /// Text can be decoded in one of the encodings that Chinese offices use and holds no control characters.
    private static boolean isText(byte[] head) {
        if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
            return true;
        }
        if (hasZero(head)) {
            return isMostlyWords(head, StandardCharsets.UTF_16LE) || isMostlyWords(head, StandardCharsets.UTF_16BE);
        }
        return isMostlyWords(head, StandardCharsets.UTF_8)
                || isMostlyWords(head, Charset.forName("GB18030"))
                || isMostlyWords(head, Charset.forName("Big5"))
                || isMostlyWords(head, StandardCharsets.UTF_16LE)
                || isMostlyWords(head, StandardCharsets.UTF_16BE);
    }

    private static boolean hasZero(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /// Some broken characters are the importer's matter: it says where they stand.
    private static boolean isMostlyWords(byte[] head, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith("\ufffd");
        CharBuffer words = CharBuffer.allocate(head.length + 16);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), words, head.length < HEAD);
        words.flip();
        if (result.isOverflow() || words.isEmpty()) {
            return false;
        }
        long strange = words.chars().filter(FileKind::isStrange).count();
        return strange * 50 <= words.length();
    }

    private static boolean isStrange(int c) {
        return c == 0xfffd
                || (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                || (c >= 0x7f && c < 0xa0)
                || (c >= 0xe000 && c < 0xf900)
                || !Character.isDefined(c);
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] head, String magic, int within) {
        return new String(Arrays.copyOf(head, Math.min(head.length, within)), StandardCharsets.ISO_8859_1)
                .contains(magic);
    }
}
