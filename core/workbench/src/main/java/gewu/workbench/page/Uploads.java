package gewu.workbench.page;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files that came with a request, each in a folder of its own under its owner's name, until the answer is given.
record Uploads(List<Upload> all) implements AutoCloseable {
    private static final int LONGEST_NAME = 120;

    static Uploads of(Context context) {
        if (!Optional.ofNullable(context.contentType()).orElse("").startsWith("multipart/")) {
            return new Uploads(List.of());
        }
        List<Upload> all = new ArrayList<>();
        for (Map.Entry<String, List<UploadedFile>> field :
                context.uploadedFileMap().entrySet()) {
            for (UploadedFile file : field.getValue()) {
                if (file.size() > 0) {
                    all.add(new Upload(field.getKey(), file.filename(), kept(file)));
                }
            }
        }
        return new Uploads(all);
    }

    private static Path kept(UploadedFile file) {
        try (InputStream content = file.content()) {
            Path place = Files.createTempDirectory("gewu-upload-").resolve(safe(file.filename()));
            Files.copy(content, place);
            return place;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// The last part of the name, without signs that could lead elsewhere.
    static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_").strip().replaceFirst("^\\.+", "_");
        String kept = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
        return kept.isEmpty() ? "file" : kept;
    }

    @Override
    public void close() {
        for (Upload upload : all) {
            try {
                Files.deleteIfExists(upload.file());
                Files.deleteIfExists(upload.file().getParent());
            } catch (IOException inUse) {
                upload.file().toFile().deleteOnExit();
            }
        }
    }
}
