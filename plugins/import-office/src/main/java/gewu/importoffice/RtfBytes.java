package gewu.importoffice;

import com.rtfparserkit.parser.IRtfSource;
import gewu.api.intake.flow.Unreadable;

/// The bytes of a file on their way into the library's parser, kept from what it can't stand. For one thread.
final class RtfBytes implements IRtfSource {
    /// As long as no control word is.
    private static final int SURELY_DATA = 256;

    private final byte[] bytes;
    private int at;
    private boolean isInPicture;
    private int looked;

    RtfBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Whether the file begins as every Rich Text document does.
    boolean isRichText() {
        return startsWith("{\\rtf", 0);
    }

    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at >= bytes.length;
    }

    /// What follows the document counts for nothing, be it a stray brace or filling.
    void end() {
        at = bytes.length;
    }

    /// Whether the figures of a picture are passed over, which may be as large as the rest of the file a hundred times.
    void passOverPictures(boolean isInPicture) {
        this.isInPicture = isInPicture;
        looked = at;
    }

    /// A byte beyond ASCII goes on as a character for private use: the parser would take the raw bytes of Chinese words
    /// behind a control word for letters of its name. It keeps the low eight bits, which are right.
    @Override
    public int read() throws Unreadable {
        if (isInPicture && at >= looked) {
            passOver();
        }
        if (at >= bytes.length) {
            return -1;
        }
        byte one = bytes[at];
        if (one == '\\') {
            refuseEndlessData();
        }
        at++;
        return one < 0 ? 0xe000 | one & 0xff : one;
    }

    @Override
    public void unread(int c) {
        if (c >= 0) {
            at--;
        }
    }

    @Override
    public int read(byte[] into) {
        int count = Math.min(into.length, bytes.length - at);
        System.arraycopy(bytes, at, into, 0, count);
        at += count;
        return count;
    }

    private void passOver() {
        int end = at;
        while (end < bytes.length && "\\{}".indexOf(bytes[end]) < 0) {
            end++;
        }
        at = end - at > SURELY_DATA ? end : at;
        looked = end + 1;
    }

    /// `\bin2000000000`: the parser makes room for as many bytes as a file says that follow.
    private void refuseEndlessData() throws Unreadable {
        if (!startsWith("\\bin", at) || isEscaped()) {
            return;
        }
        long count = 0;
        int digit = at + 4;
        for (; digit < bytes.length && bytes[digit] >= '0' && bytes[digit] <= '9' && count < bytes.length; digit++) {
            count = count * 10 + bytes[digit] - '0';
        }
        if (count > bytes.length - digit) {
            throw new Unreadable(
                    "The file is damaged or cut off: at byte " + at + " it announces more data than it holds.",
                    "Open it in Word or WPS, save it again, then import that copy.");
        }
    }

    private boolean isEscaped() {
        int before = at;
        while (before > 0 && bytes[before - 1] == '\\') {
            before--;
        }
        return (at - before) % 2 != 0;
    }

    private boolean startsWith(String words, int from) {
        if (from + words.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < words.length(); i++) {
            if (bytes[from + i] != words.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
