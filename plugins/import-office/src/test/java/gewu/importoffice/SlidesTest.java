package gewu.importoffice;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTableCell;

/// What holds for presentations old and new.
class SlidesTest {
    static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    static final String PPT = "application/vnd.ms-powerpoint";

    @Test
    void readsEachSlideAsAPageWithItsTitleFirstAndItsTables() throws IOException {
        for (Reading reading : List.of(new PptxImporter().read(pptx()), new PptImporter().read(ppt()))) {
            SourceText source = ((Reading.Text) reading).source();
            assertThat(source.text()).isEqualTo("绩效自评汇报\n第一行\n第二行\n指标\t完成值\n办结率\t98.5%\n第二页\n");
            assertThat(source.pages()).hasSize(2);
            assertThat(source.pageAt(source.text().indexOf("第二页"))).isEqualTo(2);
            Table table = source.tables().getFirst();
            Table.Cell rate = table.cell(2, 2).orElseThrow();
            assertThat(source.text().substring(rate.start(), rate.end())).isEqualTo("98.5%");
        }
    }

    @Test
    void endsAMergedCellWithItsTableWhateverItClaims() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            XSLFTable table = show.createSlide().createTable(2, 2);
            table.getCell(0, 0).setText("指标");
            ((CTTableCell) table.getCell(0, 0).getXmlObject()).setGridSpan(7);
            ((CTTableCell) table.getCell(0, 1).getXmlObject()).setHMerge(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            show.write(bytes);

            Reading reading = new PptxImporter().read(new SourceFile(Path.of("汇报.pptx"), PPTX, bytes.toByteArray()));
            Table read = ((Reading.Text) reading).source().tables().getFirst();
            assertThat(read.columns()).isEqualTo(2);
            assertThat(read.cells().getFirst().columnSpan()).isEqualTo(2);
        }
    }

    static SourceFile pptx() {
        try (XMLSlideShow show = new XMLSlideShow()) {
            XSLFSlideLayout layout = show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_ONLY);
            XSLFSlide slide = show.createSlide(layout);
            slide.getPlaceholder(0).setText("绩效自评汇报");
            XSLFTextBox box = slide.createTextBox();
            box.setText("第一行\n第二行");
            XSLFTable table = slide.createTable(2, 2);
            table.getCell(0, 0).setText("指标");
            table.getCell(0, 1).setText("完成值");
            table.getCell(1, 0).setText("办结率");
            table.getCell(1, 1).setText("98.5%");
            show.createSlide().createTextBox().setText("第二页");
            show.createSlide().createTextBox().setText("隐藏页");
            show.getSlides().get(2).setHidden(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return new SourceFile(Path.of("汇报.pptx"), PPTX, bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static SourceFile ppt() {
        try (HSLFSlideShow show = new HSLFSlideShow()) {
            HSLFSlide slide = show.createSlide();
            slide.createTextBox().setText("第一行\r第二行");
            HSLFTable table = slide.createTable(2, 2);
            table.getCell(0, 0).setText("指标");
            table.getCell(0, 1).setText("完成值");
            table.getCell(1, 0).setText("办结率");
            table.getCell(1, 1).setText("98.5%");
            table.setAnchor(new Rectangle(50, 200, 400, 100));
            slide.addTitle().setText("绩效自评汇报");
            show.createSlide().createTextBox().setText("第二页");
            HSLFSlide hidden = show.createSlide();
            hidden.createTextBox().setText("隐藏页");
            hidden.setHidden(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return new SourceFile(Path.of("汇报.ppt"), PPT, bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
