package gewu.importpdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.intake.LaidDocument;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/// Pages that are pictures, as scanners make them.
class ScannedPageTest {
    private static LaidDocument scan(byte[] content, COSName filter, int bits) throws IOException {
        Pdf pdf = new Pdf();
        PDPage page = pdf.page("q 595 0 0 842 0 0 cm /Scan Do Q");
        COSStream picture = Pdf.asPicture(pdf.raw(content, filter), 16, 16);
        picture.setInt(COSName.BITS_PER_COMPONENT, bits);
        Pdf.object(page, "Scan", picture);
        return pdf.open();
    }

    @Test
    void drawsBlackAndWhiteScans() throws Exception {
        try (LaidDocument document = scan(blackSquare(), COSName.JBIG2_DECODE, 1)) {
            BufferedImage picture = document.picture(1, 72);
            assertThat(document.page(1).pictured()).isGreaterThan(0.99);
            assertThat(picture.getRaster().getSample(300, 400, 0)).isLessThan(50);
        }
    }

    /// A page of 16 by 16 black pixels in JBIG2: the segment about the page, and one region that is coded like a fax
    /// (MMR). Its first row says “no white, sixteen black”; the others, “as above” twice.
    private static byte[] blackSquare() {
        String rows = "001" + "00110101" + "0000010111" + "11".repeat(15) + "000000000001".repeat(2);
        int bytes = Math.ceilDiv(rows.length(), Byte.SIZE);
        String padded = "1" + rows + "0".repeat(bytes * Byte.SIZE - rows.length());
        byte[] coded = new BigInteger(padded, 2).toByteArray();
        ByteBuffer all = ByteBuffer.allocate(11 + 19 + 11 + 18 + bytes);
        all.putInt(0).put((byte) 48).put((byte) 0).put((byte) 1).putInt(19);
        all.putInt(16).putInt(16).putInt(0).putInt(0).put((byte) 0).putShort((short) 0);
        all.putInt(1).put((byte) 38).put((byte) 0).put((byte) 1).putInt(18 + bytes);
        all.putInt(16).putInt(16).putInt(0).putInt(0).put((byte) 0).put((byte) 1);
        all.put(coded, coded.length - bytes, bytes);
        return all.array();
    }

    @Test
    void takesItsReaderOutOfTheRegisterOfTheJdkAgain() throws Exception {
        ImageReaderSpi own = new JBIG2ImageReaderSpi();
        long before = readers();
        try (LaidDocument document = scan(blackSquare(), COSName.JBIG2_DECODE, 1)) {
            document.picture(1, 72);
        }
        assertThat(readers()).as("readers such as " + own).isLessThanOrEqualTo(before);
    }

    private static long readers() {
        Iterator<ImageReaderSpi> all =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
        Stream<ImageReaderSpi> readers =
                StreamSupport.stream(((Iterable<ImageReaderSpi>) () -> all).spliterator(), false);
        return readers.filter(JBIG2ImageReaderSpi.class::isInstance).count();
    }

    @Test
    void saysThatItCannotReadAPictureRatherThanDrawAWhitePage() throws Exception {
        try (LaidDocument document = scan(new byte[200], COSName.JPX_DECODE, 8)) {
            assertThat(document.page(1).pictured())
                    .as("it is there all the same")
                    .isGreaterThan(0.99);
            assertThatThrownBy(() -> document.picture(1, 72))
                    .isInstanceOf(IOException.class)
                    .hasMessage("a picture on it is in JPEG 2000, which can't be read here");
        }
        try (LaidDocument document = scan(new byte[200], COSName.DCT_DECODE, 8)) {
            assertThatThrownBy(() -> document.picture(1, 72)).isInstanceOf(IOException.class);
        }
        try (LaidDocument document = scan(new byte[200], COSName.JBIG2_DECODE, 1)) {
            assertThatThrownBy(() -> document.picture(1, 72)).isInstanceOf(IOException.class);
        }
    }
}
