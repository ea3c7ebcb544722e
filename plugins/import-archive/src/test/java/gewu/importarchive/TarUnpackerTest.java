package gewu.importarchive;

import gewu.api.intake.SourceFile;
import gewu.api.intake.Unpacker;
import gewu.testkit.UnpackerContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

class TarUnpackerTest extends UnpackerContract {
    @Override
    protected Unpacker unpacker() {
        return new TarUnpacker();
    }

    @Override
    protected SourceFile archive() {
        try {
            return file(Archives.gzip(Archives.tar()));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    protected Map<String, byte[]> files() {
        return Map.of("附件/自评.txt", Archives.WORDS.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected SourceFile closed() {
        return file("\u001f\u008b没有下文".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static SourceFile file(byte[] bytes) {
        return new SourceFile(Path.of("来件.tar.gz"), "application/gzip", bytes);
    }
}
