package gewu.importoffice;

import com.rtfparserkit.parser.IRtfSource;
import com.rtfparserkit.parser.RtfStreamSource;
import gewu.api.intake.flow.Unreadable;
import java.io.IOException;
import java.io.InputStream;

/// The bytes of a Rich Text document on their way to the parser, which sets memory aside for as many binary bytes as
/// the
/// file promises: a promise of more than the whole file is refused before. For one thread.
final class RtfSource implements IRtfSource {
    private static final String BINARY = "\\bin";

    private final RtfStreamSource source;
    private final long size;
    private int matched;
    private long promised;
    private int depth;
    private boolean isEscaped;
    private boolean isEnded;

    RtfSource(InputStream in, long size) {
        this.source = new RtfStreamSource(in);
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        if (isEnded) {
            return -1;
        }
        int c = source.read();
        countBraces(c);
        if (matched < BINARY.length()) {
            matched = c == BINARY.charAt(matched) ? matched + 1 : c == '\\' ? 1 : 0;
            promised = 0;
        } else if (c >= '0' && c <= '9') {
            promised = promised * 10 + c - '0';
            if (promised > size) {
                throw new Unreadable(
                        "The file is damaged: it promises more bytes of a picture than it has.",
                        "Open it in Word or WPS, save it as .docx, then import that copy.");
            }
        } else {
            matched = c == '\\' ? 1 : 0;
        }
        return c;
    }

    private void countBraces(int c) {
        if (isEscaped) {
            isEscaped = false;
        } else if (c == '\\') {
            isEscaped = true;
        } else if (c == '{') {
            depth++;
        } else if (c == '}') {
            isEnded = --depth == 0;
        }
    }

    @Override
    public void unread(int c) throws IOException {
        if (c == '{' && !isEscaped) {
            depth--;
        } else if (c == '}' && !isEscaped) {
            depth++;
            isEnded = false;
        }
        isEscaped = false;
        source.unread(c);
    }

    @Override
    public int read(byte[] into) throws IOException {
        return source.read(into);
    }
}
