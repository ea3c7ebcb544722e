package gewu.importoffice;

import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.LimitedStream;
import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// The parts of a new Office file, which is a ZIP archive of XML files that refer to each other. For one thread; only
/// the part that is being read is unpacked, and none beyond the limits.
final class Parts implements AutoCloseable {
    /// The largest part, unpacked.
    private static final long MAX_PART = 400_000_000;

    /// A part may grow to this many times its packed size; what is smaller than [#HARMLESS] may do as it likes.
    private static final int MAX_RATIO = 200;

    private static final long HARMLESS = 1_000_000;
    private static final int MAX_PARTS = 50_000;
    private static final String SAVE_AGAIN =
            "Open it in Word, Excel, PowerPoint or WPS, save it again, then import that copy.";

    private final ZipFile zip;

    private Parts(ZipFile zip) {
        this.zip = zip;
    }

    /// One reference from a part to another, or to something outside, which nobody here follows.
    record Relation(String id, String type, String target) {
        /// Whether its type ends in this word; the namespaces before it differ between editions of the format.
        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    /// Opens the archive.
    ///
    /// @throws Unreadable if it is none, or it is protected by a password
    static Parts of(SourceFile file) throws IOException {
        refuseOldContainer(file);
        Optional<Path> local = file.local();
        SeekableByteChannel channel =
                local.isPresent() ? Files.newByteChannel(local.get()) : new SeekableInMemoryByteChannel(file.bytes());
        try {
            Parts parts = new Parts(ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get());
            parts.refuseTooMany();
            return parts;
        } catch (Unreadable tooMany) {
            channel.close();
            throw tooMany;
        } catch (IOException | RuntimeException broken) {
            channel.close();
            throw new Unreadable("The file is damaged: it is an archive that can't be opened.", SAVE_AGAIN, broken);
        }
    }

    /// The part of this name, if there is one; whoever asked closes it.
    Optional<InputStream> open(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Unreadable(
                    "The file is protected by a password.", "Save a copy without the password, then import that copy.");
        }
        try {
            return Optional.of(new LimitedStream(zip.getInputStream(entry), name, most(entry)));
        } catch (IOException | RuntimeException broken) {
            throw damaged(name, broken);
        }
    }

    private static long most(ZipArchiveEntry entry) {
        return Math.min(MAX_PART, Math.max(HARMLESS, Math.max(0, entry.getCompressedSize()) * MAX_RATIO));
    }

    /// The part of this name as XML, if there is one; whoever asked closes it.
    Optional<Xml> xml(String name) throws IOException {
        Optional<InputStream> in = open(name);
        return in.isPresent() ? Optional.of(new Xml(in.get(), name)) : Optional.empty();
    }

    /// The part of this name as XML; whoever asked closes it.
    ///
    /// @throws Unreadable if there is none
    Xml part(String name) throws IOException {
        return xml(name)
                .orElseThrow(() -> new Unreadable("The file is damaged: it has no part " + name + ".", SAVE_AGAIN));
    }

    /// What a part refers to inside the file; `` asks for the whole file's.
    List<Relation> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        Optional<Xml> opened = xml(folder + "_rels/" + part.substring(slash + 1) + ".rels");
        List<Relation> relations = new ArrayList<>();
        if (opened.isPresent()) {
            try (Xml xml = opened.get()) {
                xml.root();
                while (xml.child(1)) {
                    if (!xml.attribute("TargetMode").equals("External")) {
                        String target = resolve(folder, xml.attribute("Target"));
                        relations.add(new Relation(xml.attribute("Id"), xml.attribute("Type"), target));
                    }
                }
            }
        }
        return relations;
    }

    /// The part in which the document itself stands.
    ///
    /// @param usual where programs put it
    /// @throws Unreadable if there is none
    String mainPart(String usual) throws IOException {
        for (Relation relation : relations("")) {
            if (relation.is("officeDocument") && zip.getEntry(relation.target()) != null) {
                return relation.target();
            }
        }
        if (zip.getEntry(usual) == null) {
            throw new Unreadable("The file is damaged: it has no part " + usual + ".", SAVE_AGAIN);
        }
        return usual;
    }

    /// The part that another one refers to as this kind, if any.
    static Optional<String> target(List<Relation> relations, String kind) {
        return relations.stream()
                .filter(it -> it.is(kind))
                .map(Relation::target)
                .findFirst();
    }

    boolean has(String folder) {
        Enumeration<ZipArchiveEntry> entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            if (entries.nextElement().getName().startsWith(folder)) {
                return true;
            }
        }
        return false;
    }

    static Unreadable damaged(String part, Exception cause) {
        return new Unreadable("The file is damaged: its part " + part + " can't be read.", SAVE_AGAIN, cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static void refuseOldContainer(SourceFile file) throws IOException {
        byte[] head;
        try (InputStream in = file.open()) {
            head = in.readNBytes(4);
        }
        if (head.length < 4) {
            throw new Unreadable(
                    "The file is empty or cut off.",
                    "Ask for the file again, or save it again in the program that made it.");
        }
        if (Arrays.equals(head, new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0})) {
            throw new Unreadable(
                    "The file is protected by a password, or saved in the old format under the new name.",
                    "Save a copy without the password as .docx, .xlsx or .pptx, then import that copy.");
        }
    }

    private void refuseTooMany() throws Unreadable {
        int count = 0;
        for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); count++) {
            entries.nextElement();
        }
        if (count > MAX_PARTS) {
            throw new Unreadable(
                    "The file consists of " + count + " parts; at most " + MAX_PARTS + " are read.", SAVE_AGAIN);
        }
    }

    /// `../media/a.xml` seen from `word/` is `media/a.xml`.
    private static String resolve(String folder, String target) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }
}
