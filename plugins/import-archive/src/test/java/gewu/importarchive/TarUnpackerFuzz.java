package gewu.importarchive;

import gewu.api.intake.SourceFile;
import gewu.testkit.Casing;
import gewu.testkit.UnpackerFuzz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class TarUnpackerFuzz extends UnpackerFuzz {
    TarUnpackerFuzz() throws IOException {
        super(
                new TarUnpacker(),
                List.of(of(Archives.tar()), of(Archives.gzip(Archives.tar())), bzip2(), xz()),
                Casing.NONE);
    }

    /// As the house tells them apart.
    @Override
    protected SourceFile file(byte[] content) {
        return of(content);
    }

    private static SourceFile of(byte[] content) {
        int first = content.length == 0 ? 0 : content[0] & 0xff;
        return switch (first) {
            case 0x1f -> new SourceFile(Path.of("来件.tgz"), "application/gzip", content);
            case 'B' -> new SourceFile(Path.of("来件.tar.bz2"), "application/x-bzip2", content);
            case 0xfd -> new SourceFile(Path.of("来件.tar.xz"), "application/x-xz", content);
            default -> new SourceFile(Path.of("来件.tar"), "application/x-tar", content);
        };
    }

    private static SourceFile bzip2() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new BZip2CompressorOutputStream(bytes)) {
            packed.write(Archives.tar());
        }
        return of(bytes.toByteArray());
    }

    private static SourceFile xz() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new XZOutputStream(bytes, new LZMA2Options(0))) {
            packed.write(Archives.tar());
        }
        return of(bytes.toByteArray());
    }
}
