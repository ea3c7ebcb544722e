package gewu.api.report;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a report that survives: the report may be imported again, get new versions, or be cut into
/// paragraphs another way, and the place is found again, or it is said that it changed or is gone.
///
/// An anchor knows the words of its paragraph, not their offsets: white space, broken lines, width and the numbering
/// in front of a paragraph do not count. It holds no words itself; written (`4517257875~a1b2c3d4.2:10-20~135.Xq3…`) it
/// is short, fit for a link as it is, and reads back as the same anchor. Make it with [#of] or [ReportAnchors#at], find
/// it with [ReportAnchors#find].
///
/// @param report  the report's id
/// @param hash    short hash of the paragraph's words, eight hexadecimal digits
/// @param ordinal which one it is of the report's paragraphs with these words, from 1
/// @param start   first character of the place, counted in the paragraph's words
/// @param end     end of the place, exclusive
/// @param length  how many characters the paragraph's words have
/// @param sketch  likeness of the paragraph's words, by which it is known again when a few of them changed
public record Anchor(String report, String hash, int ordinal, int start, int end, int length, long sketch) {
    private static final Pattern WRITTEN = Pattern.compile("(?<report>[^~\\s]+)~(?<hash>[0-9a-f]{8})\\."
            + "(?<ordinal>[1-9]\\d{0,6})(?::(?<start>\\d{1,8})-(?<end>\\d{1,8}))?"
            + "~(?<length>\\d{1,8})\\.(?<sketch>[A-Za-z0-9_-]{11})");

    public Anchor {
        boolean isPlace = start >= 0 && end <= length && (start < end || length == 0);
        if (report.isEmpty() || report.contains("~") || ordinal < 1 || !isPlace) {
            throw new IllegalArgumentException("Not an anchor: paragraph " + ordinal + " with the hash " + hash
                    + " of “" + report + "”, from " + start + " to " + end + " of " + length + ".");
        }
    }

    /// The anchor of the passage from `start` to `end` of the report's source text; see [ReportAnchors#at].
    public static Anchor of(Report report, int start, int end) {
        return ReportAnchors.of(report).at(start, end);
    }

    /// The anchor of a whole paragraph that is at hand without its report.
    ///
    /// @param paragraph the paragraph's source words
    /// @param ordinal   which one it is of the report's paragraphs with these words, from 1
    public static Anchor of(String report, String paragraph, int ordinal) {
        String words = FoldedWords.of(CleanText.of(paragraph)).words();
        return new Anchor(
                report, WordSketch.hash(words), ordinal, 0, words.length(), words.length(), WordSketch.sketch(words));
    }

    /// The anchor that is written so; empty if none is.
    public static Optional<Anchor> read(String words) {
        Matcher written = WRITTEN.matcher(words.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        int length = Integer.parseInt(written.group("length"));
        int start = written.group("start") == null ? 0 : Integer.parseInt(written.group("start"));
        int end = written.group("end") == null ? length : Integer.parseInt(written.group("end"));
        if (length < end || (end <= start && length > 0)) {
            return Optional.empty();
        }
        long sketch = ByteBuffer.wrap(Base64.getUrlDecoder().decode(written.group("sketch")))
                .getLong();
        return Optional.of(new Anchor(
                written.group("report"),
                written.group("hash"),
                Integer.parseInt(written.group("ordinal")),
                start,
                end,
                length,
                sketch));
    }

    /// Whether it is the paragraph as a whole.
    public boolean isWhole() {
        return start == 0 && end == length;
    }

    /// The same paragraph as a whole.
    public Anchor whole() {
        return new Anchor(report, hash, ordinal, 0, length, length, sketch);
    }

    /// What names the paragraph inside its report, whatever place in it is meant: `a1b2c3d4.2`.
    public String paragraph() {
        return hash + "." + ordinal;
    }

    /// As it is written in links and citations; [#read] reads it.
    @Override
    public String toString() {
        byte[] bits = ByteBuffer.allocate(Long.BYTES).putLong(sketch).array();
        return report + "~" + paragraph() + (isWhole() ? "" : ":" + start + "-" + end) + "~" + length + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
