package gewu.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Leaves the stream open that it writes to.
final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
