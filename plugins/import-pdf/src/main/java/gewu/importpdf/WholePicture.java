package gewu.importpdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.MissingOperandException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.MissingResourceException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/// Draws pages, and fails where PDFBox leaves out a picture that it can't read: a white page has no words, and nobody
/// would know.
final class WholePicture extends PDFRenderer {
    WholePicture(PDDocument document) {
        super(document);
        setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private static final class Drawer extends PageDrawer {
        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException failed)
                throws IOException {
            if (failed instanceof MissingImageReaderException) {
                boolean isJpeg2000 = PdfImporter.told(failed).contains("JPEG2000");
                throw new IOException(
                        isJpeg2000
                                ? "a picture on it is in JPEG 2000, which can't be read here"
                                : PdfImporter.told(failed),
                        failed);
            }
            boolean isHarmless =
                    failed instanceof MissingResourceException || failed instanceof MissingOperandException;
            if (OperatorName.DRAW_OBJECT.equals(operator.getName()) && !isHarmless) {
                throw failed;
            }
            super.operatorException(operator, operands, failed);
        }
    }
}
