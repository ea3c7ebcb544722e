package gewu.importarchive;

import gewu.api.intake.SourceFile;
import gewu.api.intake.Unpacker;
import gewu.testkit.UnpackerContract;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

class ZipUnpackerTest extends UnpackerContract {
    @Override
    protected Unpacker unpacker() {
        return new ZipUnpacker();
    }

    @Override
    protected SourceFile archive() {
        try {
            return file(Archives.zip(Charset.forName("GBK"), "附件/自评.txt", "说明（最终稿）.txt"));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    protected Map<String, byte[]> files() {
        byte[] words = Archives.WORDS.getBytes(StandardCharsets.UTF_8);
        return Map.of("附件/自评.txt", words, "说明（最终稿）.txt", words);
    }

    @Override
    protected SourceFile closed() {
        return file("PK\u0003\u0004 没有下文".getBytes(StandardCharsets.UTF_8));
    }

    private static SourceFile file(byte[] bytes) {
        return new SourceFile(Path.of("来件.zip"), "application/zip", bytes);
    }
}
