package gewu.importpdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;

/// The files that are attached to a PDF. They are not read; people are told their names.
final class Attachments {
    private static final int MOST_NAMES = 5;
    private static final int MOST_NODES = 1_000;

    private Attachments() {}

    /// What people should know; empty if nothing is attached.
    static String remark(PDDocument document) {
        List<String> names = new ArrayList<>();
        try {
            PDDocumentNameDictionary trees = document.getDocumentCatalog().getNames();
            if (trees != null && trees.getEmbeddedFiles() != null) {
                collect(trees.getEmbeddedFiles(), names, new HashSet<>());
            }
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return "Its list of attachments is damaged; open it in a PDF viewer to see whether there are any.";
        }
        if (names.isEmpty()) {
            return "";
        }
        String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining("”, “", "“", "”"));
        String others = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
        return "What is attached to it was not read: " + some + others
                + ". Open it in a PDF viewer, save the attachments, then import those.";
    }

    private static void collect(
            PDNameTreeNode<PDComplexFileSpecification> node, List<String> names, Set<COSDictionary> seen)
            throws IOException {
        if (seen.size() >= MOST_NODES || !seen.add(node.getCOSObject())) {
            return;
        }
        Map<String, PDComplexFileSpecification> here = node.getNames();
        if (here != null) {
            for (Map.Entry<String, PDComplexFileSpecification> file : here.entrySet()) {
                names.add(Optional.ofNullable(file.getValue())
                        .map(PDComplexFileSpecification::getFilename)
                        .orElse(file.getKey()));
            }
        }
        List<PDNameTreeNode<PDComplexFileSpecification>> below = node.getKids();
        if (below != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> child : below) {
                collect(child, names, seen);
            }
        }
    }
}
