package gewu.importoffice;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Unreadable;
import gewu.api.intake.flow.Xml;
import java.io.IOException;

/// Reads OpenDocument texts (.odt). See the README for what is text and what is not.
final class OdtImporter implements ReportImporter {
    @Override
    public Reading read(SourceFile file) throws IOException {
        try (Parts parts = OdfStyles.open(file)) {
            return read(parts);
        } catch (Unreadable reason) {
            return reason.refused();
        }
    }

    private static Reading read(Parts parts) throws IOException {
        OdfStyles styles = new OdfStyles();
        styles.readCommon(parts);
        Flow flow = new Flow();
        try (Xml xml = parts.part("content.xml")) {
            xml.root();
            while (xml.child(1)) {
                if (xml.name().equals("automatic-styles")) {
                    styles.define(xml);
                } else if (xml.name().equals("body")) {
                    new OdtBody(styles, flow, true).read(xml);
                }
            }
        }
        if (flow.hasWords()) {
            return flow.reading();
        }
        return parts.has("Pictures/")
                ? new Reading.Refused(
                        "The document holds pictures but no words.",
                        "Save it as PDF and import that, so that the words in its pictures are recognised.")
                : new Reading.Refused(
                        "The document holds no words.", "Check that the right file was saved, then import it again.");
    }
}
