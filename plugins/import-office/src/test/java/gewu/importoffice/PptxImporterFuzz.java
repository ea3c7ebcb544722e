package gewu.importoffice;

import gewu.api.intake.SourceFile;
import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class PptxImporterFuzz extends ImporterFuzz {
    PptxImporterFuzz() {
        super(new PptxImporter(), List.of(slides()), Casing.ZIP);
    }

    /// Without the masters and themes that programs add, a hundred times as long as the words.
    private static SourceFile slides() {
        String spaces = " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                + " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        String type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        return new SourceFile(
                Path.of("汇报.pptx"),
                SlidesTest.PPTX,
                Word.zip(Map.of(
                        "ppt/presentation.xml",
                        "<p:presentation" + spaces + "><p:sldIdLst><p:sldId id=\"256\" r:id=\"r1\"/></p:sldIdLst>"
                                + "</p:presentation>",
                        "ppt/_rels/presentation.xml.rels",
                        "<Relationships><Relationship Id=\"r1\" Type=\"" + type
                                + "slide\" Target=\"slides/slide1.xml\"/></Relationships>",
                        "ppt/slides/slide1.xml",
                        "<p:sld" + spaces + "><p:cSld><p:spTree>"
                                + words("<p:nvPr><p:ph type=\"title\"/></p:nvPr>", "汇报")
                                + "<p:grpSp>" + words("", "一、概况") + "</p:grpSp>"
                                + "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr>"
                                + "<a:tc gridSpan=\"2\" rowSpan=\"2\">" + line("指标") + "</a:tc><a:tc hMerge=\"1\"/>"
                                + "</a:tr><a:tr><a:tc vMerge=\"1\"/><a:tc>" + line("98.5%") + "</a:tc></a:tr></a:tbl>"
                                + "</a:graphicData></a:graphic></p:graphicFrame></p:spTree></p:cSld></p:sld>")));
    }

    private static String words(String place, String words) {
        return "<p:sp><p:nvSpPr>" + place + "</p:nvSpPr>" + line(words).replace("a:txBody", "p:txBody") + "</p:sp>";
    }

    private static String line(String words) {
        return "<a:txBody><a:p><a:r><a:t>" + words + "</a:t></a:r><a:br/></a:p></a:txBody>";
    }
}
