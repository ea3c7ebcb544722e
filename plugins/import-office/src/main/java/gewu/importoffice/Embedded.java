package gewu.importoffice;

import gewu.api.intake.flow.LimitedStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Counts the files that somebody put into a document, such as a workbook behind a picture of its first cells: what
/// the picture does not show is nowhere in the text, so people are told. Equations and the data of charts are no files.
final class Embedded {
    /// What is larger, or comes behind so many others, is counted without a look inside.
    private static final long LARGEST_LOOKED_AT = 32_000_000;

    private static final int MOST_LOOKED_AT = 200;

    private final Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
    private int looked;

    private enum Kind {
        WORKBOOK("Excel workbook", "Excel workbooks"),
        DOCUMENT("Word document", "Word documents"),
        PRESENTATION("presentation", "presentations"),
        OTHER("file of another kind", "files of another kind");

        private final String one;
        private final String many;

        Kind(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }

    /// Looks at what a part of a new Office file refers to.
    void look(Parts parts, List<Parts.Relation> relations) throws IOException {
        for (Parts.Relation relation : relations) {
            if (relation.is("package") || relation.is("oleObject")) {
                look(parts, relation.target());
            }
        }
    }

    private void look(Parts parts, String part) throws IOException {
        String ending = part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Optional<Kind> kind = ofEnding(ending);
        if (kind.isPresent()) {
            count(kind.get());
            return;
        }
        looked++;
        if (looked > MOST_LOOKED_AT) {
            count(Kind.OTHER);
            return;
        }
        Optional<InputStream> opened = parts.open(part);
        if (opened.isPresent()) {
            try (InputStream in = new BufferedInputStream(new LimitedStream(opened.get(), part, LARGEST_LOOKED_AT));
                    POIFSFileSystem container = new POIFSFileSystem(in)) {
                look(container.getRoot());
            } catch (IOException | RuntimeException notAContainer) {
                count(Kind.OTHER);
            }
        }
    }

    /// Looks at the objects of an old Word document.
    void lookInPool(DirectoryNode document) {
        for (Entry entry : document) {
            if (entry.getName().equals("ObjectPool") && entry instanceof DirectoryNode pool) {
                for (Entry object : pool) {
                    if (object instanceof DirectoryNode parts) {
                        look(parts);
                    }
                }
            }
        }
    }

    /// Looks at one object.
    void look(DirectoryNode object) {
        Set<String> names = object.getEntryNames();
        if (names.contains("Workbook") || names.contains("Book")) {
            count(Kind.WORKBOOK);
        } else if (names.contains("WordDocument")) {
            count(Kind.DOCUMENT);
        } else if (names.contains("PowerPoint Document")) {
            count(Kind.PRESENTATION);
        } else if (names.contains("Package") || names.contains("\u0001Ole10Native") || names.contains("CONTENTS")) {
            count(Kind.OTHER);
        }
    }

    private static Optional<Kind> ofEnding(String ending) {
        return switch (ending) {
            case "xlsx", "xlsm", "xlsb", "xls", "et" -> Optional.of(Kind.WORKBOOK);
            case "docx", "docm", "doc", "wps", "rtf" -> Optional.of(Kind.DOCUMENT);
            case "pptx", "pptm", "ppt", "sldx", "dps" -> Optional.of(Kind.PRESENTATION);
            case "bin" -> Optional.empty();
            default -> Optional.of(Kind.OTHER);
        };
    }

    private void count(Kind kind) {
        seen.merge(kind, 1, Integer::sum);
    }

    /// What people should know; empty if nothing is embedded.
    String remark() {
        if (seen.isEmpty()) {
            return "";
        }
        String all = seen.entrySet().stream()
                .map(it -> it.getValue() + " " + (it.getValue() == 1 ? it.getKey().one : it.getKey().many))
                .collect(Collectors.joining(", "));
        return "What is embedded in it was not read: " + all
                + ". Open it, double-click each of these, save it as a file of its own, then import that.";
    }
}
