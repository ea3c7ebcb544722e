package gewu.importarchive;

import gewu.testkit.Casing;
import gewu.testkit.UnpackerFuzz;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

class SevenZipUnpackerFuzz extends UnpackerFuzz {
    SevenZipUnpackerFuzz() {
        super(new SevenZipUnpackerTest(), new Sums());
    }

    /// The sums of a 7z archive's heads are made right again.
    private static final class Sums implements Casing {
        private static final int HEAD = 32;

        @Override
        public byte[] open(byte[] file) {
            return file;
        }

        @Override
        public byte[] close(byte[] input) {
            byte[] file = input.clone();
            if (file.length > HEAD) {
                ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
                long start = HEAD + bytes.getLong(12);
                long length = bytes.getLong(20);
                if (start >= HEAD && length >= 0 && length <= file.length - start) {
                    bytes.putInt(28, sum(file, (int) start, (int) length));
                }
                bytes.putInt(8, sum(file, 12, 20));
            }
            return file;
        }

        private static int sum(byte[] bytes, int from, int length) {
            CRC32 sum = new CRC32();
            sum.update(bytes, from, length);
            return (int) sum.getValue();
        }
    }
}
