package gewu.importofd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gewu.api.intake.LaidDocument;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturedPageTest {
    private static final String WHOLE_PAGE =
            "<ofd:ImageObject ResourceID=\"3\" Boundary=\"0 0 210 297\" CTM=\"210 0 0 297 0 0\"/>";

    /// White, with a black square in the middle.
    private static byte[] scan(String format) throws IOException {
        BufferedImage scan = new BufferedImage(210, 297, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scan.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 210, 297);
        pen.setColor(Color.BLACK);
        pen.fillRect(95, 138, 20, 20);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(scan, format, bytes);
        return bytes.toByteArray();
    }

    private static Ofd scanned(String name, String format, byte[] picture, String drawn) {
        return Ofd.none()
                .and("OFD.xml", Ofd.entry("Doc_0/Document.xml"))
                .document("Doc_0/", "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>", drawn)
                .and(
                        "Doc_0/DocumentRes.xml",
                        Ofd.resources("<ofd:MultiMedias><ofd:MultiMedia ID=\"3\" Type=\"Image\" Format=\"" + format
                                + "\"><ofd:MediaFile>" + name + "</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>"))
                .and("Doc_0/Res/" + name, picture);
    }

    @Test
    void aPageThatIsOnlyAPictureIsDrawnAsItLooks() throws IOException {
        for (String format : new String[] {"png", "jpg", "bmp", "tiff"}) {
            Ofd file = scanned("Scan." + format, format, scan(format), WHOLE_PAGE);
            try (LaidDocument document = OfdImporterTest.laid(file)) {
                BufferedImage picture = document.picture(1, 100);

                assertThat(document.page(1).glyphs()).isEmpty();
                assertThat(document.page(1).pictured()).isCloseTo(1, within(0.01));
                assertThat(picture.getWidth()).isEqualTo(827);
                assertThat(grey(picture, 105, 148)).as(format).isLessThan(20);
                assertThat(grey(picture, 20, 20)).as(format).isGreaterThan(235);
            }
        }
    }

    @Test
    void linesAndThinAreasAreDrawnAtTheirPlace() throws IOException {
        Ofd file = Ofd.of(Ofd.bar(50, 60, 100, 2) + Ofd.line(20, 100, 20, 200));
        try (LaidDocument document = OfdImporterTest.laid(file)) {
            BufferedImage picture = document.picture(1, 254);

            assertThat(picture.getRaster().getSample(1000, 610, 0)).isLessThan(20);
            assertThat(picture.getRaster().getSample(200, 1500, 0)).isLessThan(160);
            assertThat(picture.getRaster().getSample(1000, 650, 0)).isEqualTo(255);
        }
    }

    @Test
    void saysWhichPictureCantBeRead() throws IOException {
        Ofd file = scanned("scan.jb2", "JB2", new byte[] {(byte) 0x97, 'J', 'B', '2', 13, 10, 26, 10}, WHOLE_PAGE);
        try (LaidDocument document = OfdImporterTest.laid(file)) {
            assertThat(document.page(1).pictured()).isCloseTo(1, within(0.01));
            assertThatThrownBy(() -> document.picture(1, 300))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Doc_0/Res/scan.jb2")
                    .hasMessageContaining("JBIG2");
        }
    }

    @Test
    void aMissingOrnamentSpoilsNoPage() throws IOException {
        Ofd file = scanned(
                "badge.jb2",
                "JB2",
                new byte[] {1},
                WHOLE_PAGE.replace("210", "20").replace("297", "20"));
        try (LaidDocument document = OfdImporterTest.laid(file)) {
            assertThat(document.picture(1, 100).getHeight()).isEqualTo(1169);
        }
    }

    @Test
    void aGiantIsNotDrawn() throws IOException {
        Ofd file = Ofd.of("")
                .and(
                        "Doc_0/Pages/Page_0/Content.xml",
                        Ofd.page("<ofd:Area><ofd:PhysicalBox>0 0 9000 9000</ofd:PhysicalBox></ofd:Area>", ""));
        try (LaidDocument document = OfdImporterTest.laid(file)) {
            assertThatThrownBy(() -> document.picture(1, 300))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("too large");
        }
    }

    private static int grey(BufferedImage picture, double x, double y) {
        double scale = picture.getWidth() / 210.0;
        return picture.getRaster().getSample((int) (x * scale), (int) (y * scale), 0);
    }
}
