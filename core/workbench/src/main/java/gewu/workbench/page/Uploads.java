package gewu.workbench.page;

import gewu.api.Label;
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
import java.util.function.Supplier;

/// The files that came with a request, each in a folder of its own under its owner's name, until the answer is given.
record Uploads(List<Upload> all) implements AutoCloseable {
    private static final int LONGEST_NAME = 120;

    /// @throws Refused if it is more than the limits allow
    static Uploads of(Context context, Limits limits) {
        if (!Optional.ofNullable(context.contentType()).orElse("").startsWith("multipart/")) {
            return new Uploads(List.of());
        }
        List<Upload> all = new ArrayList<>();
        Map<String, List<UploadedFile>> fields = read(context::uploadedFileMap);
        checkCount(fields, limits);
        for (Map.Entry<String, List<UploadedFile>> field : fields.entrySet()) {
            for (UploadedFile file : field.getValue()) {
                if (file.size() > 0) {
                    all.add(new Upload(field.getKey(), file.filename(), kept(file)));
                }
            }
        }
        return new Uploads(all);
    }

    private static void checkCount(Map<String, List<UploadedFile>> fields, Limits limits) {
        List<UploadedFile> files =
                fields.values().stream().flatMap(List::stream).toList();
        if (files.size() > limits.files()) {
            throw Refused.tooMuch(
                    "一次最多提交 " + limits.files() + " 个文件。", "At most " + limits.files() + " files are taken at once.");
        }
        for (UploadedFile file : files) {
            if (file.size() > limits.fileBytes()) {
                throw Refused.tooMuch(
                        "“" + file.filename() + "”超过 " + limits.fileBytes() / 1_000_000 + " MB。",
                        "“" + file.filename() + "” is larger than " + limits.fileBytes() / 1_000_000 + " MB.");
            }
        }
    }

    /// Reads what was posted.
    ///
    /// @throws Refused if the server stopped reading, since it is too much or malformed
    static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Exception stopped) {
            Throwable root = stopped;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            String why = String.valueOf(root.getMessage());
            throw root instanceof IllegalStateException
                    ? Refused.tooMuch("提交的内容超过限制（" + why + "）。", "What was sent is beyond the limits (" + why + ").")
                    : new Refused(
                            400,
                            new Label("提交的内容读不懂（" + why + "）。", "What was sent can't be read (" + why + ")."),
                            new Label("请重新提交。", "Send it again."));
        }
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
