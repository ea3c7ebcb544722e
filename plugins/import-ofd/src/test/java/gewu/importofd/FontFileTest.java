package gewu.importofd;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.LaidDocument;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FontFileTest {
    @Test
    void aGlyphIsDrawnByItsNumberFromAFontWithoutCharacters() throws IOException {
        String words = Ofd.object(
                50,
                100,
                50,
                "",
                "<ofd:CGTransform CodePosition=\"0\" CodeCount=\"1\" GlyphCount=\"1\"><ofd:Glyphs>1</ofd:Glyphs>"
                        + "</ofd:CGTransform><ofd:TextCode X=\"0\" Y=\"50\">\ue001</ofd:TextCode>");
        Ofd file = Ofd.none()
                .and("OFD.xml", Ofd.entry("Doc_0/Document.xml"))
                .document("Doc_0/", "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>", words)
                .and(
                        "Doc_0/PublicRes.xml",
                        Ofd.resources("<ofd:Fonts><ofd:Font ID=\"1\" FontName=\"Square\"><ofd:FontFile>font_1.ttf"
                                + "</ofd:FontFile></ofd:Font></ofd:Fonts>"))
                .and("Doc_0/Res/font_1.ttf", square());

        try (LaidDocument document = OfdImporterTest.laid(file)) {
            assertThat(document.page(1).unmapped()).isEqualTo(1);

            BufferedImage picture = document.picture(1, 254);
            assertThat(picture.getRaster().getSample(750, 750, 0)).isLessThan(20);
            assertThat(picture.getRaster().getSample(750, 1050, 0)).isEqualTo(255);
        }
    }

    @Test
    void whatIsNoFontIsNone() {
        assertThat(FontFile.font(new byte[0], 10)).isEmpty();
        assertThat(FontFile.font("不是字体".repeat(100).getBytes(StandardCharsets.UTF_8), 10))
                .isEmpty();
    }

    /// A font whose glyph 1 is a square that fills its em from the base line up.
    private static byte[] square() {
        Map<String, ByteBuffer> tables = new TreeMap<>();
        tables.put(
                "head",
                shorts(
                        1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 1000, 0, 8, 2, 1,
                        0));
        tables.put("hhea", shorts(1, 0, 1000, 0, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 2));
        tables.put("hmtx", shorts(1000, 0, 1000, 0));
        tables.put("maxp", shorts(1, 0, 2, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0));
        // One contour of four points, each as far from the one before as the figures say.
        ByteBuffer glyph = shorts(1, 0, 0, 1000, 1000, 3, 0, 0x0101, 0x0101, 0, 1000, 0, -1000, 0, 0, 1000, 0);
        tables.put("glyf", glyph);
        tables.put("loca", shorts(0, 0, 0, 0, 0, glyph.capacity()));
        // Family, style and full name are all `S`.
        tables.put("name", shorts(0, 3, 42, 3, 1, 0x409, 1, 2, 0, 3, 1, 0x409, 2, 2, 0, 3, 1, 0x409, 4, 2, 0, 'S'));
        return file(tables);
    }

    private static ByteBuffer shorts(int... values) {
        ByteBuffer table = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            table.putShort((short) value);
        }
        return table.flip();
    }

    private static byte[] file(Map<String, ByteBuffer> tables) {
        ByteBuffer file = ByteBuffer.allocate(2_000);
        file.putInt(0x10000)
                .putShort((short) tables.size())
                .putShort((short) 64)
                .putInt(0);
        int from = 12 + 16 * tables.size();
        for (Map.Entry<String, ByteBuffer> table : tables.entrySet()) {
            int length = table.getValue().remaining();
            file.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1)).putInt(0);
            file.putInt(from).putInt(length);
            file.put(from, table.getValue(), 0, length);
            from += (length + 3) / 4 * 4;
        }
        return file.array();
    }
}
