package gewu.importarchive;

import gewu.api.intake.SourceFile;
import gewu.api.intake.Unpacker;
import gewu.testkit.UnpackerContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

class SevenZipUnpackerTest extends UnpackerContract {
    @Override
    protected Unpacker unpacker() {
        return new SevenZipUnpacker();
    }

    @Override
    protected SourceFile archive() {
        try {
            return file(Archives.sevenZip("附件/自评.txt"));
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
        return file("7z 没有下文".getBytes(StandardCharsets.UTF_8));
    }

    private static SourceFile file(byte[] bytes) {
        return new SourceFile(Path.of("来件.7z"), "application/x-7z-compressed", bytes);
    }
}
