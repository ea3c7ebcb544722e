package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.intake.Unpacker;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every [Unpacker] must do. Extend it in the unpacker's own package and add cases of your own.
public abstract class UnpackerContract {
    /// The unpacker under test.
    protected abstract Unpacker unpacker();

    /// An archive that opens.
    protected abstract SourceFile archive();

    /// What stands in [#archive()]: names and bytes; at least one.
    protected abstract Map<String, byte[]> files();

    /// A file of the same media type that can't be opened at all.
    protected abstract SourceFile closed();

    @Test
    void handsOverEveryFileWithItsNameAndBytes() throws IOException {
        assertThat(files()).isNotEmpty();
        Taken taken = unpack(archive());

        assertThat(taken.refused).isEmpty();
        assertThat(taken.files).containsOnlyKeys(files().keySet());
        files().forEach((name, bytes) ->
                assertThat(taken.files.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void refusesWithAReasonAndTheNextMove() throws IOException {
        assertThat(unpack(closed()).refused).hasValueSatisfying(it -> {
            assertThat(it.why()).isNotBlank();
            assertThat(it.remedy()).isNotBlank();
            InChinese.check(unpacker(), it.why());
            InChinese.check(unpacker(), it.remedy());
        });
    }

    @Test
    void leavesTheBytesAlone() throws IOException {
        SourceFile archive = archive();
        byte[] before = archive.bytes().clone();

        unpack(archive);

        assertThat(Arrays.equals(archive.bytes(), before)).isTrue();
    }

    @Test
    void stopsWhenTheHouseHasHadEnough() {
        Taken full = new Taken() {
            @Override
            public void file(String name, long packed, InputStream content) throws IOException {
                assertThat(files.put(name, new byte[0])).as("asked again").isNull();
                throw new IOException("enough");
            }
        };

        assertThatThrownBy(() -> unpacker().unpack(archive(), full))
                .isInstanceOf(IOException.class)
                .hasMessage("enough");
        assertThat(full.files).hasSize(1);
    }

    /// A file the house doesn't read to its end costs only itself.
    @Test
    void goesOnBehindAFileThatIsNotReadToItsEnd() throws IOException {
        Taken hasty = new Taken() {
            @Override
            public void file(String name, long packed, InputStream content) {
                files.put(name, new byte[0]);
            }
        };

        assertThat(unpacker().unpack(archive(), hasty)).isEmpty();
        assertThat(hasty.files).containsOnlyKeys(files().keySet());
    }

    /// A cut or scrambled archive is refused, breaks off, or gives what it still holds; the only exception is
    /// [IOException].
    @Test
    void survivesDamagedArchives() throws IOException {
        Random random = new Random(3);
        byte[] whole = archive().bytes();
        for (int i = 0; i < 60; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int j = 0; j < Math.max(1, damaged.length / 50) && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Taken taken = new Taken();
            try {
                taken.refused = unpacker()
                        .unpack(new SourceFile(archive().path(), archive().mediaType(), damaged), taken);
                taken.refused.ifPresent(it -> {
                    InChinese.check(unpacker(), it.why());
                    InChinese.check(unpacker(), it.remedy());
                });
            } catch (IOException brokenOff) {
                assertThat(brokenOff.getMessage()).as("damaged copy %d", i).isNotBlank();
            }
        }
    }

    @Test
    void oneUnpackerServesFourThreads() throws Exception {
        Unpacker shared = unpacker();
        SourceFile archive = archive();
        FourThreads.allGet(files().keySet(), () -> {
            Taken taken = new Taken();
            taken.refused = shared.unpack(archive, taken);
            return taken.files.keySet();
        });
    }

    private Taken unpack(SourceFile archive) throws IOException {
        Taken taken = new Taken();
        taken.refused = unpacker().unpack(archive, taken);
        return taken;
    }

    /// Remembers what it was given.
    private class Taken implements Unpacker.Receiver {
        final Map<String, byte[]> files = new LinkedHashMap<>();
        private Optional<Reading.Refused> refused = Optional.empty();

        @Override
        public void file(String name, long packed, InputStream content) throws IOException {
            files.put(name, content.readAllBytes());
        }

        @Override
        public void passedOver(String name, String why, String remedy) {
            assertThat(why).as(name).isNotBlank();
            assertThat(remedy).as(name).isNotBlank();
            InChinese.check(unpacker(), why);
            InChinese.check(unpacker(), remedy);
        }
    }
}
