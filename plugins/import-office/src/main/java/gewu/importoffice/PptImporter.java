package gewu.importoffice;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Flow;
import gewu.api.intake.flow.Grid;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.hslf.usermodel.HSLFGroupShape;
import org.apache.poi.hslf.usermodel.HSLFShape;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.hslf.usermodel.HSLFTableCell;
import org.apache.poi.hslf.usermodel.HSLFTextShape;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.TextShape.TextPlaceholder;

/// Reads old PowerPoint presentations (.ppt, .dps): each slide a page, its title first.
final class PptImporter implements ReportImporter {
    @Override
    public Reading read(SourceFile file) {
        return OldFile.read(file, ".pptx", PptImporter::read);
    }

    static Reading read(DirectoryNode root) throws IOException {
        Flow flow = new Flow();
        try (HSLFSlideShow show = new HSLFSlideShow(root)) {
            for (HSLFSlide slide : show.getSlides()) {
                if (!slide.isHidden()) {
                    shapes(slide.getShapes(), flow, PptImporter::isTitle);
                    shapes(slide.getShapes(), flow, shape -> !isTitle(shape));
                    flow.endPage();
                }
            }
        }
        return PptxImporter.finished(flow);
    }

    private static void shapes(List<HSLFShape> shapes, Flow flow, Predicate<HSLFShape> which) throws IOException {
        for (HSLFShape shape : shapes) {
            if (which.test(shape)) {
                shape(shape, flow);
            }
        }
    }

    private static void shape(HSLFShape shape, Flow flow) throws IOException {
        switch (shape) {
            case HSLFTable table -> table(table, flow);
            case HSLFGroupShape group -> shapes(group.getShapes(), flow, _ -> true);
            case HSLFTextShape text when !isFurniture(text) -> lines(text.getText(), flow);
            default -> {}
        }
    }

    private static void table(HSLFTable table, Flow flow) throws IOException {
        Grid grid = new Grid(flow);
        for (int row = 0; row < table.getNumberOfRows(); row++) {
            grid.beginRow(0);
            for (int column = 0; column < table.getNumberOfColumns(); column++) {
                HSLFTableCell cell = table.getCell(row, column);
                if (cell == null) {
                    grid.skip(1);
                } else {
                    grid.beginCell(1);
                    lines(cell.getText(), flow);
                    grid.endCell();
                }
            }
            grid.endRow(false);
        }
        grid.finish();
    }

    private static void lines(String text, Flow flow) throws IOException {
        for (String line : text.split("[\\n\\r\\u000b]")) {
            flow.words(line);
            flow.endLine();
        }
    }

    private static boolean isTitle(HSLFShape shape) {
        return shape instanceof HSLFTextShape text
                && !text.getTextParagraphs().isEmpty()
                && TextPlaceholder.isTitle(text.getTextParagraphs().getFirst().getRunType());
    }

    private static boolean isFurniture(HSLFTextShape text) {
        Placeholder its = text.getPlaceholder();
        return its == Placeholder.SLIDE_NUMBER
                || its == Placeholder.DATETIME
                || its == Placeholder.FOOTER
                || its == Placeholder.HEADER;
    }
}
