package gewu.importweb;

import gewu.api.intake.Plausibility;
import gewu.api.intake.TextDecoder;
import gewu.api.intake.flow.Unreadable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out in which encoding a page was saved, and decodes it. All threads may share one.
///
/// What a page says of its encoding is often wrong, so it is one voice only: the words decide, the markup being the
/// same in most encodings. A page is forgiven some broken characters, as a browser does; they become U+FFFD.
final class PageDecoder {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");
    private static final Pattern LABEL = Pattern.compile(
            "<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})|<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([\\w:.-]{2,40})",
            Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 16_384;
    private static final int SAMPLE = 65_536;
    private static final int CHUNK = 8_192;

    /// How much likelier a page is to be what it says than anything else.
    private static final double TRUST = 0.05;

    /// One character in so many may be broken.
    private static final int BROKEN_SHARE = 10;

    private final Plausibility plausibility = new Plausibility();
    private final TextDecoder strict = new TextDecoder();

    /// What decoding in one encoding gives.
    ///
    /// @param foreign how many characters are beyond ASCII, broken ones included
    /// @param broken  how many bytes or pairs fit no character
    /// @param controls how many characters are none that texts have
    private record Trial(Charset charset, double score, int length, int foreign, int broken, int controls) {
        /// Any bytes are some text of a wide encoding, so that it must look like one, or be mostly markup.
        boolean isText() {
            boolean isWide = charset.name().startsWith("UTF-16");
            if (isWide && score < Plausibility.LOOKS_LIKE_TEXT && foreign * 2 > length) {
                return false;
            }
            return broken * (long) BROKEN_SHARE <= foreign + 20L && controls <= length / 200 + 1;
        }
    }

    /// The page as characters, without a byte order mark.
    ///
    /// @param label what stands beside the page about its encoding; empty if nothing
    /// @throws Unreadable if the bytes are no text
    String decode(byte[] bytes, String label) throws Unreadable {
        Optional<Charset> marked = marked(bytes);
        Set<Charset> said = marked.isPresent() ? Set.of(marked.get()) : said(bytes, label);
        Trial best = null;
        for (Charset charset : candidates(bytes, said, marked)) {
            Trial trial = trial(charset, bytes, said.contains(charset));
            if (best == null || trial.score() > best.score()) {
                best = trial;
            }
        }
        if (best == null || !best.isText()) {
            throw notText(bytes);
        }
        String text = new String(bytes, best.charset());
        return !text.isEmpty() && text.charAt(0) == '\ufeff' ? text.substring(1) : text;
    }

    private Unreadable notText(byte[] bytes) {
        return switch (strict.decode(bytes)) {
            case TextDecoder.Decoded.NoText(var why, var remedy) -> new Unreadable(why, remedy);
            case TextDecoder.Decoded.Words _ ->
                new Unreadable(
                        "The file is no web page: too many of its bytes are no characters.",
                        "Open it in a browser; if it reads well there, save it again as UTF-8, then import that copy.");
        };
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0x84, 0x31, 0x95, 0x33)) {
            return Optional.of(GB18030);
        }
        return startsWith(bytes, 0xef, 0xbb, 0xbf) ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }

    /// What the page and its surroundings say; nothing if they name what nobody knows.
    private static Set<Charset> said(byte[] bytes, String label) {
        Set<Charset> said = new LinkedHashSet<>();
        named(label).ifPresent(said::add);
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher labels = LABEL.matcher(head);
        while (labels.find()) {
            named(labels.group(1) != null ? labels.group(1) : labels.group(2)).ifPresent(said::add);
        }
        return said;
    }

    private static Optional<Charset> named(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "" -> Optional.empty();
            case "gb2312", "gbk", "x-gbk", "gb_2312-80", "cp936", "936", "windows-936", "ms936", "euc-cn", "gb18030" ->
                Optional.of(GB18030);
            case "utf8", "unicode-1-1-utf-8" -> Optional.of(StandardCharsets.UTF_8);
            case "unicode", "utf-16", "ucs-2" -> Optional.of(StandardCharsets.UTF_16LE);
            default ->
                isName(name) && Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        };
    }

    private static boolean isName(String name) {
        return name.matches("[a-z0-9][a-z0-9+.:_-]*");
    }

    /// Wide encodings come into question only where there are zero bytes, which other texts never have. What a mark at
    /// the beginning says is only doubted for UTF-8, where it may come from a file pasted into another.
    private static Set<Charset> candidates(byte[] bytes, Set<Charset> said, Optional<Charset> marked) {
        Set<Charset> candidates = new LinkedHashSet<>(said);
        if (marked.isPresent() && !marked.get().equals(StandardCharsets.UTF_8)) {
            return candidates;
        }
        boolean isWide = hasZero(bytes);
        if (isWide) {
            candidates.add(StandardCharsets.UTF_16LE);
            candidates.add(StandardCharsets.UTF_16BE);
        } else {
            candidates.removeIf(
                    it -> it.name().startsWith("UTF-16") || it.name().startsWith("UTF-32"));
        }
        candidates.add(StandardCharsets.UTF_8);
        candidates.add(GB18030);
        candidates.add(BIG5);
        return candidates;
    }

    /// Decodes without keeping the text, and looks at the characters beyond ASCII: the others tell nothing.
    private Trial trial(Charset charset, byte[] bytes, boolean isSaid) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        StringBuilder foreign = new StringBuilder();
        int length = 0;
        int beyond = 0;
        int controls = 0;
        int broken = 0;
        boolean hasMore = true;
        while (hasMore) {
            CoderResult result = decoder.decode(in, out, true);
            out.flip();
            length += out.remaining();
            while (out.hasRemaining()) {
                char c = out.get();
                if (c >= 0x80) {
                    beyond++;
                    if (foreign.length() < SAMPLE) {
                        foreign.append(c);
                    }
                } else if (c < ' ' && (c < '\t' || c > '\r')) {
                    controls++;
                }
            }
            out.clear();
            if (result.isError()) {
                broken++;
                in.position(Math.min(in.limit(), in.position() + result.length()));
            }
            hasMore = result.isError() ? in.hasRemaining() : result.isOverflow();
        }
        double score = foreign.isEmpty() ? 0 : plausibility.of(foreign.toString());
        double loss = broken + controls == 0 ? 0 : (broken + controls) / (double) (beyond + broken + controls);
        return new Trial(charset, score - 2 * loss + (isSaid ? TRUST : 0), length, beyond + broken, broken, controls);
    }

    private static boolean hasZero(byte[] bytes) {
        int zeros = 0;
        for (byte b : bytes) {
            if (b == 0 && ++zeros > bytes.length / 100) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int... beginning) {
        if (bytes.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if ((bytes[i] & 0xff) != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}
