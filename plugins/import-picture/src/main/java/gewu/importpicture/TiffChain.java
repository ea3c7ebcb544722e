package gewu.importpicture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/// The chain that leads from each page of a TIFF to the next. In a broken file it may be a circle, which the
/// library would follow until it has no memory left.
final class TiffChain {
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int ENTRY = 12;

    private TiffChain() {}

    /// Leaves the stream where it was.
    ///
    /// @throws IOException if the pages go round in a circle
    static void refuseCircle(ImageInputStream in) throws IOException {
        long at = in.getStreamPosition();
        ByteOrder order = in.getByteOrder();
        try {
            in.seek(0);
            in.setByteOrder(in.readUnsignedShort() == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            in.readUnsignedShort();
            follow(in);
        } catch (EOFException cutOff) {
            // An end too early is no circle; the library takes the pages before it.
        } finally {
            in.setByteOrder(order);
            in.seek(at);
        }
    }

    private static void follow(ImageInputStream in) throws IOException {
        Set<Long> seen = new HashSet<>();
        for (long page = in.readUnsignedInt(); page != 0; page = in.readUnsignedInt()) {
            if (!seen.add(page)) {
                throw new IOException("its pages go round in a circle");
            }
            in.seek(page);
            int entries = in.readUnsignedShort();
            in.seek(page + 2 + (long) ENTRY * entries);
        }
    }
}
