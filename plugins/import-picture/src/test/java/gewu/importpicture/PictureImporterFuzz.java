package gewu.importpicture;

import gewu.api.intake.SourceFile;
import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

class PictureImporterFuzz extends ImporterFuzz {
    PictureImporterFuzz() throws IOException {
        super(new PictureImporter(), seedsOfAllKinds(), Casing.NONE);
    }

    private static List<SourceFile> seedsOfAllKinds() throws IOException {
        List<SourceFile> seeds = new ArrayList<>();
        for (String format : List.of("png", "jpeg", "bmp", "gif")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture(BufferedImage.TYPE_BYTE_GRAY), format, bytes);
            seeds.add(new SourceFile(Path.of("页." + format), "image/" + format, bytes.toByteArray()));
        }
        for (String packing : List.of("CCITT T.6", "LZW", "JPEG", "ZLib", "PackBits")) {
            seeds.add(tiff(packing));
        }
        return seeds;
    }

    private static SourceFile tiff(String packing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType(packing);
        boolean isFax = packing.startsWith("CCITT");
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 2; i++) {
                BufferedImage picture = picture(isFax ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_GRAY);
                writer.writeToSequence(new IIOImage(picture, null, null), how);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return new SourceFile(Path.of("两页.tif"), "image/tiff", bytes.toByteArray());
    }

    private static BufferedImage picture(int type) {
        BufferedImage picture = new BufferedImage(40, 56, type);
        for (int x = 0; x < 40; x++) {
            picture.setRGB(x, x, x % 5 == 0 ? 0 : 0xffffff);
        }
        return picture;
    }
}
