package gewu.importpicture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// How a photo has to be turned to stand upright: telephones save it as the sensor saw it, and say so in its Exif part.
enum Turn {
    NONE(0),
    HALF(2),
    LEFT_UP(1),
    RIGHT_UP(3);

    private static final int ORIENTATION = 0x0112;
    private static final int EXIF_MARKER = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;

    private final int quarters;

    Turn(int quarters) {
        this.quarters = quarters;
    }

    boolean isSideways() {
        return quarters % 2 == 1;
    }

    /// The turn that the file asks for; only JPEG files do.
    static Turn of(ImageReader reader, ImageInputStream in) throws IOException {
        if (!reader.getFormatName().equalsIgnoreCase("jpeg")) {
            return NONE;
        }
        long at = in.getStreamPosition();
        ByteOrder order = in.getByteOrder();
        try {
            in.seek(2);
            in.setByteOrder(ByteOrder.BIG_ENDIAN);
            return find(in);
        } catch (java.io.EOFException noExif) {
            return NONE;
        } finally {
            in.setByteOrder(order);
            in.seek(at);
        }
    }

    private static Turn find(ImageInputStream in) throws IOException {
        while (true) {
            int marker = in.readUnsignedShort();
            if (marker == START_OF_SCAN || (marker & 0xff00) != 0xff00) {
                return NONE;
            }
            int length = in.readUnsignedShort();
            long next = in.getStreamPosition() + length - 2;
            if (marker == EXIF_MARKER && in.readInt() == 0x45786966) {
                in.readUnsignedShort();
                return inExif(in);
            }
            in.seek(next);
        }
    }

    private static Turn inExif(ImageInputStream in) throws IOException {
        long start = in.getStreamPosition();
        in.setByteOrder(in.readUnsignedShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.readUnsignedShort();
        in.seek(start + in.readUnsignedInt());
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            int tag = in.readUnsignedShort();
            in.readUnsignedShort();
            in.readUnsignedInt();
            int value = in.readUnsignedShort();
            in.readUnsignedShort();
            if (tag == ORIENTATION) {
                return switch (value) {
                    case 3, 4 -> HALF;
                    case 5, 6 -> LEFT_UP;
                    case 7, 8 -> RIGHT_UP;
                    default -> NONE;
                };
            }
        }
        return NONE;
    }

    BufferedImage upright(BufferedImage picture) {
        if (quarters == 0) {
            return picture;
        }
        int width = isSideways() ? picture.getHeight() : picture.getWidth();
        int height = isSideways() ? picture.getWidth() : picture.getHeight();
        AffineTransform turn = new AffineTransform();
        turn.translate(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = upright.createGraphics();
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return upright;
    }
}
