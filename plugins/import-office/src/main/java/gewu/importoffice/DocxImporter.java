package gewu.importoffice;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads Word documents (.docx, .docm) straight from their XML, forwards, so that memory holds the text and little
/// else. See the README for what is text and what is not.
final class DocxImporter implements ReportImporter {
    @Override
    public Reading read(SourceFile file) throws IOException {
        try (Parts parts = Parts.of(file)) {
            return read(parts);
        } catch (Unreadable reason) {
            return reason.refused();
        }
    }

    private static Reading read(Parts parts) throws IOException {
        String main = parts.mainPart("word/document.xml");
        Flow flow = new Flow();
        if (!read(parts, main, flow, true)) {
            flow = new Flow();
            read(parts, main, flow, false);
        }
        if (flow.hasWords()) {
            Embedded embedded = new Embedded();
            embedded.look(parts, parts.relations(main));
            flow.remark(embedded.remark());
            return flow.reading();
        }
        return parts.has("word/media/")
                ? new Reading.Refused(
                        "The document holds pictures but no words.",
                        "Save it as PDF and import that, so that the words in its pictures are recognised.")
                : new Reading.Refused(
                        "The document holds no words.", "Check that the right file was saved, then import it again.");
    }

    /// @return false if a table of contents never ends, so that it can't be left out
    private static boolean read(Parts parts, String main, Flow flow, boolean tocIsLeftOut) throws IOException {
        List<Parts.Relation> relations = parts.relations(main);
        WordStyles styles = WordStyles.none();
        Optional<Xml> stylesPart = part(parts, relations, "styles");
        if (stylesPart.isPresent()) {
            try (Xml xml = stylesPart.get()) {
                styles = WordStyles.of(xml);
            }
        }
        WordLists lists = WordLists.none();
        Optional<Xml> listsPart = part(parts, relations, "numbering");
        if (listsPart.isPresent()) {
            try (Xml xml = listsPart.get()) {
                lists = WordLists.of(xml);
            }
        }
        WordBody.Surroundings bare = new WordBody.Surroundings(styles, lists, Map.of(), Map.of(), tocIsLeftOut);
        WordBody.Surroundings around = new WordBody.Surroundings(
                styles,
                lists,
                notes(parts, relations, "footnotes", bare),
                notes(parts, relations, "endnotes", bare),
                tocIsLeftOut);
        try (Xml xml = parts.xml(main).orElseThrow()) {
            xml.root();
            WordBody body = new WordBody(around, flow, true);
            while (xml.child(1)) {
                if (xml.name().equals("body")) {
                    body.read(xml);
                }
            }
            return !body.hasOpenField();
        }
    }

    private static Map<String, Flow> notes(
            Parts parts, List<Parts.Relation> relations, String kind, WordBody.Surroundings around) throws IOException {
        Map<String, Flow> notes = new HashMap<>();
        Optional<Xml> part = part(parts, relations, kind);
        if (part.isPresent()) {
            try (Xml xml = part.get()) {
                xml.root();
                while (xml.child(1)) {
                    if (!xml.hasAttribute("type") || xml.attribute("type").equals("normal")) {
                        String id = xml.attribute("id");
                        Flow note = new Flow();
                        new WordBody(around, note, false).read(xml);
                        notes.put(id, note);
                    }
                }
            }
        }
        return notes;
    }

    private static Optional<Xml> part(Parts parts, List<Parts.Relation> relations, String kind) throws IOException {
        Optional<String> name = Parts.target(relations, kind);
        return name.isPresent() ? parts.xml(name.get()) : Optional.empty();
    }
}
