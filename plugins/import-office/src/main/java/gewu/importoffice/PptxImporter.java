package gewu.importoffice;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads PowerPoint presentations (.pptx) straight from their XML: each slide a page, its title first. Notes and hidden
/// slides are left out.
final class PptxImporter implements ReportImporter {
    @Override
    public Reading read(SourceFile file) throws IOException {
        try (Parts parts = Parts.of(file)) {
            Flow flow = new Flow();
            String main = parts.mainPart("ppt/presentation.xml");
            List<Parts.Relation> relations = parts.relations(main);
            Embedded embedded = new Embedded();
            for (String id : slides(parts, main)) {
                Optional<Parts.Relation> slide =
                        relations.stream().filter(it -> it.id().equals(id)).findFirst();
                if (slide.isPresent()) {
                    String target = slide.get().target();
                    read(parts, target, flow);
                    embedded.look(parts, parts.relations(target));
                }
            }
            flow.remark(embedded.remark());
            return finished(flow);
        } catch (Unreadable reason) {
            return reason.refused();
        }
    }

    static Reading finished(Flow flow) {
        return flow.hasWords()
                ? flow.reading()
                : new Reading.Refused(
                        "The presentation shows no words.",
                        "If it shows pictures of words, save it as PDF and import that; else check that it is the right file.");
    }

    private static List<String> slides(Parts parts, String main) throws IOException {
        List<String> slides = new ArrayList<>();
        try (Xml xml = parts.xml(main).orElseThrow()) {
            xml.root();
            while (xml.child(1)) {
                if (xml.name().equals("sldIdLst")) {
                    while (xml.child(2)) {
                        slides.add(xml.relation());
                    }
                }
            }
        }
        return slides;
    }

    private static void read(Parts parts, String name, Flow flow) throws IOException {
        Optional<Xml> part = parts.xml(name);
        if (part.isEmpty()) {
            throw new Unreadable(
                    "The file is damaged: the slide " + name + " is missing.",
                    "Open it in PowerPoint or WPS, save it again, then import that copy.");
        }
        try (Xml xml = part.get()) {
            xml.root();
            if (!xml.attribute("show").equals("0") && !xml.attribute("show").equals("false")) {
                new Slide(xml).writeTo(flow);
                flow.endPage();
            }
        }
    }
}
