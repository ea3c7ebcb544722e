package gewu.testkit;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.intake.Unpacker;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/// Unpacks archives that a fuzzer makes up from good ones; see [ImporterFuzz]. The unpacker ends in good order, with a
/// [Reading.Refused] or with an [IOException] that says why, whatever the bytes are.
public abstract class UnpackerFuzz extends FileFuzz {
    private static final int MOST_FILES = 200;
    private static final int MOST_BYTES = 2_000_000;

    private final Unpacker unpacker;

    /// @param seeds good archives, each small
    protected UnpackerFuzz(Unpacker unpacker, List<SourceFile> seeds, Casing casing) {
        super(seeds, casing);
        this.unpacker = unpacker;
    }

    /// Makes up archives from those that the contract opens and refuses.
    protected UnpackerFuzz(UnpackerContract contract, Casing casing) {
        this(contract.unpacker(), List.of(contract.archive(), contract.closed()), casing);
    }

    @Override
    final void take(SourceFile archive) throws IOException {
        unpacker.unpack(archive, new Taken()).ifPresent(Soundness::check);
    }

    /// Takes files until it has had enough, as the house does.
    private static final class Taken implements Unpacker.Receiver {
        private int files;
        private long bytes;

        @Override
        public void file(String name, long packed, InputStream content) throws IOException {
            Objects.requireNonNull(name, "name");
            byte[] some = new byte[8192];
            for (int count = content.read(some); count >= 0; count = content.read(some)) {
                bytes += count;
                stopIf(bytes > MOST_BYTES);
            }
            stopIf(++files > MOST_FILES);
        }

        @Override
        public void passedOver(String name, String why, String remedy) {
            Objects.requireNonNull(name, "name");
            Soundness.check(new Reading.Refused(why, remedy));
        }

        private static void stopIf(boolean isEnough) throws IOException {
            if (isEnough) {
                throw new IOException("enough");
            }
        }
    }
}
