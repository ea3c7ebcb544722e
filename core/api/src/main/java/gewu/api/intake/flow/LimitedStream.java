package gewu.api.intake.flow;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The content of a packed part that stops where it grows beyond all measure, and says which part it was. For one
/// thread.
public final class LimitedStream extends FilterInputStream {
    private static final int AT_ONCE = 8192;

    private final String part;
    private final long most;
    private long seen;

    /// @param part its name, for people
    /// @param most bytes; the first one more is thrown as [Unreadable]
    public LimitedStream(InputStream in, String part, long most) {
        super(in);
        this.part = part;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = in.read(into, from, length);
        seen += Math.max(0, count);
        if (seen > most) {
            throw new Unreadable(
                    "The part " + part + " unpacks to more than " + most / 1_000_000
                            + " MB, which looks like a bomb rather than a document.",
                    "Check where the file comes from; if it is genuine, split it and import its parts.");
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[(int) Math.clamp(count, 0, AT_ONCE)];
        return Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
