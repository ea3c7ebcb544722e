package gewu.importofd;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A font that comes with a document. Such fonts hold no more than the document needs; those that are drawn by glyph
/// numbers alone lack the tables for characters, without which the JDK silently draws another font.
final class FontFile {
    private static final int HEADER = 12;
    private static final int ENTRY = 16;
    private static final int MOST_TABLES = 100;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /// No character has a glyph.
    private static final byte[] NO_CHARACTERS = table(0, 1, 3, 1, 0, 12, 4, 24, 0, 2, 2, 0, 0, 0xffff, 0, 0xffff, 1, 0);

    /// No glyph has a name.
    private static final byte[] NO_NAMES = table(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private FontFile() {}

    /// The font at a size; empty if it can't be used.
    static Optional<Font> font(byte[] file, float size) {
        try {
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(mended(file)))
                    .deriveFont(size);
            int glyphs = font.getNumGlyphs();
            boolean isDrawn = font.createGlyphVector(EXACT, new int[] {0}).getNumGlyphs() == 1;
            // A font that turns out to be broken is another one from then on.
            font.createGlyphVector(EXACT, new int[] {0}).getOutline();
            return isDrawn && font.getNumGlyphs() == glyphs ? Optional.of(font) : Optional.empty();
        } catch (IOException | FontFormatException | RuntimeException unusable) {
            return Optional.empty();
        }
    }

    private static byte[] mended(byte[] file) {
        ByteBuffer font = ByteBuffer.wrap(file);
        int tables = file.length < HEADER ? 0 : font.getShort(4);
        if (tables <= 0 || tables > MOST_TABLES || file.length < HEADER + tables * ENTRY) {
            return file;
        }
        Map<String, ByteBuffer> known = new TreeMap<>();
        for (int i = 0; i < tables; i++) {
            int at = HEADER + i * ENTRY;
            String name = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            int from = font.getInt(at + 8);
            int length = font.getInt(at + 12);
            if (from < 0 || length < 0 || from > file.length - length) {
                return file;
            }
            known.put(name, font.slice(from, length));
        }
        if (known.containsKey("cmap") && known.containsKey("post")) {
            return file;
        }
        known.putIfAbsent("cmap", ByteBuffer.wrap(NO_CHARACTERS));
        known.putIfAbsent("post", ByteBuffer.wrap(NO_NAMES));
        return written(font.getInt(0), known);
    }

    private static byte[] written(int kind, Map<String, ByteBuffer> tables) {
        int from = HEADER + tables.size() * ENTRY;
        int length = from;
        for (ByteBuffer table : tables.values()) {
            length += padded(table.remaining());
        }
        int power = Integer.highestOneBit(tables.size());
        ByteBuffer font = ByteBuffer.allocate(length);
        font.putInt(kind).putShort((short) tables.size()).putShort((short) (power * ENTRY));
        font.putShort((short) Integer.numberOfTrailingZeros(power));
        font.putShort((short) ((tables.size() - power) * ENTRY));
        for (Map.Entry<String, ByteBuffer> table : tables.entrySet()) {
            int size = table.getValue().remaining();
            font.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
            font.putInt(0).putInt(from).putInt(size);
            font.put(from, table.getValue(), table.getValue().position(), size);
            from += padded(size);
        }
        return font.array();
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static byte[] table(int... words) {
        ByteBuffer table = ByteBuffer.allocate(2 * words.length);
        for (int word : words) {
            table.putShort((short) word);
        }
        return table.array();
    }
}
