package gewu.importofd;

import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.LimitedStream;
import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The parts of an OFD file, which is a ZIP archive of XML files, pictures and fonts that refer to each other. For one
/// thread; only the part that is being read is unpacked, and none beyond the limits.
///
/// Parts go by their path from the root, such as `Doc_0/Document.xml`. Programs get the case of letters and the slashes
/// wrong; no path leads out of the archive.
final class Parts implements AutoCloseable {
    /// The largest part of XML, unpacked.
    private static final long MOST_XML = 100_000_000;

    /// The largest picture or font, unpacked.
    private static final long MOST_MEDIA = 300_000_000;

    /// XML may grow to this many times its packed size; what is smaller than [#HARMLESS] may do as it likes.
    /// White paper in an unpacked picture grows more.
    private static final int MOST_GROWTH = 200;

    private static final long HARMLESS = 1_000_000;
    private static final int MOST_PARTS = 50_000;
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final String ASK_AGAIN =
            "Open it in an OFD reader and save it again, or ask for another copy; then import that.";

    private final ZipFile zip;
    private final @Nullable Path temporary;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private Parts(ZipFile zip, @Nullable Path temporary) {
        this.zip = zip;
        this.temporary = temporary;
    }

    /// Opens the archive.
    ///
    /// @throws Unreadable if it is none, or it is locked
    static Parts of(SourceFile file) throws IOException {
        if (file.size() == 0) {
            throw new Unreadable("The file is empty.", "Ask for the file again.");
        }
        Optional<Path> local = file.local();
        if (local.isPresent()) {
            return of(local.get(), null);
        }
        Path copy = Files.createTempFile("gewu-", ".ofd");
        try {
            Files.write(copy, file.bytes());
            return of(copy, copy);
        } catch (IOException | RuntimeException unopened) {
            Files.deleteIfExists(copy);
            throw unopened;
        }
    }

    private static Parts of(Path archive, @Nullable Path temporary) throws IOException {
        ZipFile zip = opened(archive);
        try {
            Parts parts = new Parts(zip, temporary);
            parts.list();
            return parts;
        } catch (IOException | RuntimeException unopened) {
            zip.close();
            throw unopened;
        }
    }

    /// Attachments often have Chinese names in the coding of Chinese Windows.
    private static ZipFile opened(Path archive) throws IOException {
        try {
            return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException broken) {
            refuseLocked(broken);
        } catch (IllegalArgumentException notUtf8) {
            // told below, if it is not the names
        }
        try {
            return new ZipFile(archive.toFile(), CHINESE);
        } catch (ZipException | IllegalArgumentException broken) {
            throw new Unreadable(
                    "The file is damaged or cut off: it can't be opened as an archive (" + OfdImporter.told(broken)
                            + ").",
                    ASK_AGAIN,
                    broken);
        }
    }

    private static void refuseLocked(ZipException broken) throws Unreadable {
        if (OfdImporter.told(broken).contains("encrypted")) {
            throw locked();
        }
    }

    static Unreadable locked() {
        return new Unreadable(
                "The file is encrypted.",
                "Open it in an OFD reader with its password or certificate, save a copy without encryption, then import"
                        + " that copy.");
    }

    private void list() throws IOException {
        if (zip.size() > MOST_PARTS) {
            throw new Unreadable(
                    "The file consists of " + zip.size() + " parts; at most " + MOST_PARTS + " are read.",
                    "Check where the file comes from; if it is genuine, split it and import its parts.");
        }
        for (Iterator<? extends ZipEntry> all = zip.stream().iterator(); all.hasNext(); ) {
            ZipEntry entry = all.next();
            if (!entry.isDirectory()) {
                entries.putIfAbsent(key(resolve("", entry.getName())), entry);
            }
        }
    }

    /// Whether there is such a part.
    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /// The part to which a path in a file leads.
    ///
    /// @param path    as it stands in the file
    /// @param folders where to look for it, one after the other
    /// @return where it would be in the first folder, if there is none
    String find(String path, List<String> folders) {
        for (String folder : folders) {
            String part = resolve(folder, path);
            if (has(part)) {
                return part;
            }
        }
        return resolve(folders.getFirst(), path);
    }

    /// The folder in which a part is; empty for the root, else ending in a slash.
    static String folder(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
    }

    /// A part as XML; whoever asked closes it.
    Xml xml(String part) throws IOException {
        return new Xml(open(part, true), part);
    }

    /// A picture or a font; whoever asked closes it.
    InputStream media(String part) throws IOException {
        return open(part, false);
    }

    private InputStream open(String part, boolean isXml) throws IOException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            throw new Unreadable("The file is damaged: its part " + part + " is missing.", ASK_AGAIN);
        }
        try {
            long growth = Math.max(HARMLESS, Math.max(0, entry.getCompressedSize()) * MOST_GROWTH);
            return new LimitedStream(zip.getInputStream(entry), part, isXml ? Math.min(MOST_XML, growth) : MOST_MEDIA);
        } catch (Unreadable reason) {
            throw reason;
        } catch (IOException | RuntimeException broken) {
            throw new Unreadable("The file is damaged: its part " + part + " can't be unpacked.", ASK_AGAIN, broken);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        if (temporary != null) {
            Files.deleteIfExists(temporary);
        }
    }

    private static String key(String part) {
        return part.toLowerCase(Locale.ROOT);
    }

    /// `../Res/a.png` seen from `Doc_0/Pages/` is `Doc_0/Res/a.png`; above the root there is nothing.
    private static String resolve(String folder, String path) {
        String slashed = path.strip().replace('\\', '/');
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (slashed.startsWith("/") ? slashed : folder + slashed).split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }
}
