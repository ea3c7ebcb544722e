package gewu.importpicture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.LaidPage;
import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.testkit.ImporterContract;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

class PictureImporterTest extends ImporterContract {
    @Override
    protected ReportImporter importer() {
        return new PictureImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        return List.of(file("png", page()), file("jpeg", page()), file("bmp", page()), file("gif", page()));
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                new SourceFile(Path.of("空.png"), "image/png", new byte[0]),
                new SourceFile(Path.of("字.png"), "image/png", "不是图片".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void takesEachPictureOfATiffForAPage() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++) {
                writer.writeToSequence(new IIOImage(page(), null, null), null);
            }
            writer.endWriteSequence();
        }
        try (LaidDocument document = laid(new SourceFile(Path.of("三页.tif"), "image/tiff", bytes.toByteArray()))) {
            assertThat(document.pages()).isEqualTo(3);
            assertThat(document.picture(3, 300).getWidth()).isEqualTo(1240);
        }
    }

    @Test
    void givesAPageWithoutAStatedResolutionTheWidthOfA4AndNoWords() throws Exception {
        try (LaidDocument document = laid(file("bmp", page()))) {
            LaidPage page = document.page(1);
            assertThat(page.width()).isBetween(594.0, 596.0);
            assertThat(page.height()).isBetween(841.0, 843.0);
            assertThat(page.glyphs()).isEmpty();
            assertThat(page.pictured()).isEqualTo(1);
        }
    }

    @Test
    void refusesAHeaderThatClaimsFiftyThousandMegapixels() throws Exception {
        byte[] png = bytes("png", page());
        ByteBuffer.wrap(png).putInt(16, 250_000).putInt(20, 200_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        assertThat(importer().read(new SourceFile(Path.of("弹.png"), "image/png", png)))
                .isInstanceOfSatisfying(
                        Reading.Refused.class, it -> assertThat(it.why()).contains("250000 by 200000"));
    }

    @Test
    void refusesATiffWhosePagesGoRoundInACircle() throws Exception {
        ByteBuffer tiff = tiff();
        int first = tiff.getInt(4);
        tiff.putInt(first + 2 + 12 * tiff.getShort(first), first);

        assertThat(importer().read(new SourceFile(Path.of("环.tif"), "image/tiff", tiff.array())))
                .isInstanceOfSatisfying(
                        Reading.Refused.class, it -> assertThat(it.why()).contains("circle"));
    }

    @Test
    void refusesAPictureThatClaimsToBeLessThanNothingHigh() throws Exception {
        ByteBuffer tiff = tiff();
        int height = tiff.getInt(4) + 2;
        while (tiff.getShort(height) != 0x0101) {
            height += 12;
        }
        tiff.putShort(height + 2, (short) 4).putInt(height + 8, -1754);

        assertThat(importer().read(new SourceFile(Path.of("负.tif"), "image/tiff", tiff.array())))
                .isInstanceOfSatisfying(
                        Reading.Refused.class, it -> assertThat(it.why()).contains("1240 by -1754"));
    }

    @Test
    void saysThatAPictureIsCutOff() throws Exception {
        byte[] gif = bytes("gif", page());
        try (LaidDocument document =
                laid(new SourceFile(Path.of("断.gif"), "image/gif", Arrays.copyOf(gif, gif.length / 2)))) {
            assertThatThrownBy(() -> document.picture(1, 300))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void turnsAPhotoUprightAsItsExifPartSays() throws Exception {
        BufferedImage lying = new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 200; x++) {
            for (int y = 0; y < 100; y++) {
                lying.getRaster().setSample(x, y, 0, x < 40 ? 0 : 255);
            }
        }
        try (LaidDocument document =
                laid(new SourceFile(Path.of("照片.jpg"), "image/jpeg", exif(bytes("jpeg", lying), 6)))) {
            BufferedImage upright = document.picture(1, 300);
            assertThat(upright.getWidth()).isEqualTo(100);
            assertThat(upright.getHeight()).isEqualTo(200);
            assertThat(upright.getRaster().getSample(50, 10, 0))
                    .as("the left side is on top now")
                    .isLessThan(60);
            assertThat(upright.getRaster().getSample(50, 190, 0)).isGreaterThan(200);
            assertThat(document.page(1).height()).isGreaterThan(document.page(1).width());
        }
    }

    private LaidDocument laid(SourceFile file) throws IOException {
        Reading reading = importer().read(file);
        assertThat(reading).isInstanceOf(Reading.Laid.class);
        return ((Reading.Laid) reading).document();
    }

    private static BufferedImage page() {
        BufferedImage page = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        byte[] white = new byte[1240 * 1754];
        Arrays.fill(white, (byte) 255);
        page.getRaster().setDataElements(0, 0, 1240, 1754, white);
        return page;
    }

    private static SourceFile file(String format, BufferedImage picture) {
        return new SourceFile(Path.of("页." + format), "image/" + format, bytes(format, picture));
    }

    private static byte[] bytes(String format, BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static ByteBuffer tiff() {
        ByteBuffer tiff = ByteBuffer.wrap(bytes("tiff", page()));
        return tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /// Puts an Exif part with an orientation behind the first two bytes of a JPEG.
    private static byte[] exif(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4);
        exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
        exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0})
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(jpeg, 0, 2);
        all.write(exif.array(), 0, exif.capacity());
        all.write(jpeg, 2, jpeg.length - 2);
        return all.toByteArray();
    }
}
