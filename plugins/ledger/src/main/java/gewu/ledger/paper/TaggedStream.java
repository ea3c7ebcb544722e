package gewu.ledger.paper;

import gewu.api.intake.flow.Unreadable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// XML that has to go on from one element to the next: a reader holds the words and attributes between two of them in
/// memory, and no program writes that many. For one thread.
final class TaggedStream extends FilterInputStream {
    private static final int MOST = 4_000_000;

    private final String part;
    private long stretch;

    /// @param part its name, for people
    TaggedStream(InputStream in, String part) {
        super(in);
        this.part = part;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = in.read(into, from, length);
        for (int i = from; i < from + count; i++) {
            stretch = into[i] == '<' || into[i] == '>' ? 0 : stretch + 1;
            if (stretch > MOST) {
                throw new Unreadable(
                        "The part " + part + " holds more than " + MOST / 1_000_000
                                + " MB without any element, which looks like a bomb rather than a workbook.",
                        "Check where the file comes from; if it is genuine, save it again in the program that made it.");
            }
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
