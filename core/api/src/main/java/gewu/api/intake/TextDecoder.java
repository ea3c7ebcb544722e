package gewu.api.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds out in which encoding a text file was saved, and decodes it.
///
/// A byte order mark decides. Without one, an encoding comes into question only if the whole file obeys its
/// rules; among those, the one whose words look most like Chinese wins. One thing is forgiven: a file cut off
/// in the middle of its last character, which then ends in U+FFFD. All threads may share one instance.
public final class TextDecoder {
    /// What came of decoding.
    public sealed interface Decoded {
        /// A text.
        ///
        /// @param text without the byte order mark
        record Words(String text) implements Decoded {}

        /// No text.
        ///
        /// @param why    the reason, in one sentence about the file
        /// @param remedy the reader's next move
        record NoText(String why, String remedy) implements Decoded {}
    }

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");
    private static final Charset UTF_32LE = StandardCharsets.UTF_32LE;
    private static final Charset UTF_32BE = StandardCharsets.UTF_32BE;

    /// Longer marks first: UTF-32's begins like UTF-16's.
    private static final List<Mark> MARKS = List.of(
            new Mark(UTF_32LE, 0xff, 0xfe, 0, 0),
            new Mark(UTF_32BE, 0, 0, 0xfe, 0xff),
            new Mark(GB18030, 0x84, 0x31, 0x95, 0x33),
            new Mark(StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
            new Mark(StandardCharsets.UTF_16LE, 0xff, 0xfe),
            new Mark(StandardCharsets.UTF_16BE, 0xfe, 0xff));

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("a PDF file", 0x25, 0x50, 0x44, 0x46, 0x2d),
            new Signature("a ZIP archive (such as DOCX, XLSX or OFD)", 0x50, 0x4b, 0x03, 0x04),
            new Signature("an old Office document (such as DOC or XLS)", 0xd0, 0xcf, 0x11, 0xe0),
            new Signature("an RTF document", 0x7b, 0x5c, 0x72, 0x74, 0x66),
            new Signature("a PNG picture", 0x89, 0x50, 0x4e, 0x47),
            new Signature("a JPEG picture", 0xff, 0xd8, 0xff),
            new Signature("a GZIP archive", 0x1f, 0x8b, 0x08));

    private final Plausibility plausibility = new Plausibility();

    /// Decodes a whole file.
    public Decoded decode(byte[] bytes) {
        for (Signature signature : SIGNATURES) {
            if (startsWith(bytes, signature.bytes())) {
                return new Decoded.NoText(
                        "The file is not plain text: it begins like " + signature.name() + ".",
                        "Give it its usual ending and use an importer for that kind of file, or save it as plain text.");
            }
        }
        for (Mark mark : MARKS) {
            if (startsWith(bytes, mark.bytes())) {
                return decodedAs(mark, bytes);
            }
        }
        return bestOf(bytes);
    }

    private static Decoded decodedAs(Mark mark, byte[] bytes) {
        Attempt attempt = attempt(mark.charset(), bytes, mark.bytes().length);
        if (attempt.fits() && isText(attempt.text())) {
            return new Decoded.Words(attempt.text());
        }
        String name = mark.charset().name();
        return new Decoded.NoText(
                attempt.fits()
                        ? "The file begins with the mark of " + name
                                + " but holds control characters, so it is not text."
                        : "The file begins with the mark of " + name + ", but the bytes at offset " + attempt.wrongAt()
                                + " are not " + name + ".",
                "Open it in the program that wrote it and save it as UTF-8, then import it again.");
    }

    private Decoded bestOf(byte[] bytes) {
        int zero = indexOfZero(bytes);
        Attempt utf8 = attempt(StandardCharsets.UTF_8, bytes, 0);
        if (zero < 0 && utf8.fits() && isText(utf8.text()) && plausibility.isSurelyUtf8(utf8.text())) {
            return new Decoded.Words(utf8.text());
        }
        List<Attempt> attempts = new ArrayList<>();
        attempts.add(utf8);
        attempts.add(attempt(StandardCharsets.UTF_16LE, bytes, 0));
        attempts.add(attempt(StandardCharsets.UTF_16BE, bytes, 0));
        Attempt gb18030 = attempt(GB18030, bytes, 0);
        attempts.add(gb18030);
        attempts.add(attempt(BIG5, bytes, 0));
        return likeliest(attempts).<Decoded>map(Decoded.Words::new).orElseGet(() -> refusal(zero, utf8, gb18030));
    }

    /// The first of the likeliest texts; UTF-16 must look like a text, the others need only be one.
    private Optional<String> likeliest(List<Attempt> attempts) {
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (Attempt attempt : attempts) {
            if (!attempt.fits() || !isText(attempt.text())) {
                continue;
            }
            double score = plausibility.of(attempt.text());
            boolean isWide = attempt.charset().name().startsWith("UTF-16");
            if (score > most && (!isWide || score >= Plausibility.LOOKS_LIKE_TEXT)) {
                most = score;
                best = attempt.text();
            }
        }
        return most == Double.NEGATIVE_INFINITY ? Optional.empty() : Optional.of(best);
    }

    private static Decoded.NoText refusal(int zero, Attempt utf8, Attempt gb18030) {
        if (zero >= 0) {
            return new Decoded.NoText(
                    "The file is not plain text: the byte at offset " + zero + " is zero.",
                    "Use an importer for its kind of file, or save it as plain text in UTF-8.");
        }
        if (utf8.fits() || gb18030.fits()) {
            return new Decoded.NoText(
                    "The file is not plain text: it is full of control characters.",
                    "Use an importer for its kind of file, or save it as plain text in UTF-8.");
        }
        return new Decoded.NoText(
                "The file can't be decoded: it stops being UTF-8 at byte offset " + utf8.wrongAt()
                        + " and GB18030 at byte offset " + gb18030.wrongAt() + ", and is neither UTF-16 nor Big5.",
                "Open it in the program that wrote it, save it as UTF-8, and import it again.");
    }

    private static Attempt attempt(Charset charset, byte[] bytes, int from) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from + 2);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isUnderflow()) {
            result = decoder.flush(out);
        }
        if (result.isError() && !isCutOff(charset, bytes, in.position(), result)) {
            return new Attempt(charset, "", in.position());
        }
        if (result.isError()) {
            out.put('\ufffd');
        }
        return new Attempt(charset, out.flip().toString(), -1);
    }

    /// Whether what is wrong is only that the last character lacks its last bytes: with them, it would be well-formed.
    private static boolean isCutOff(Charset charset, byte[] bytes, int at, CoderResult result) {
        int left = bytes.length - at;
        if (!result.isMalformed() || left > 3 || at < 8) {
            return false;
        }
        for (byte filler : new byte[] {(byte) 0x80, (byte) 0xa1, 0x30, 0x40}) {
            for (int more = 1; more <= 3; more++) {
                byte[] filled = Arrays.copyOfRange(bytes, at, bytes.length + more);
                Arrays.fill(filled, left, filled.length, filler);
                CharBuffer one = CharBuffer.allocate(4);
                CoderResult whole = charset.newDecoder().decode(ByteBuffer.wrap(filled), one, true);
                if (!whole.isError() && one.position() <= 2) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether `text` has no more control characters than a text file may collect on its way (an end mark, a bell).
    private static boolean isText(String text) {
        int controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c == '\ufffe' || c == '\uffff') {
                return false;
            }
            if (c < ' ' && (c < '\t' || c > '\r') && c != 0x1a) {
                controls++;
            }
        }
        return controls <= text.length() / 200 + 1;
    }

    private static int indexOfZero(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static byte[] bytesOf(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /// One encoding tried on the whole file.
    ///
    /// @param wrongAt offset of the first byte that breaks the rules; -1 if none does
    private record Attempt(Charset charset, String text, int wrongAt) {
        boolean fits() {
            return wrongAt < 0;
        }
    }

    private record Mark(
            Charset charset,
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {
        Mark(Charset charset, int... values) {
            this(charset, bytesOf(values));
        }
    }

    private record Signature(
            String name,
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {
        Signature(String name, int... values) {
            this(name, bytesOf(values));
        }
    }
}
