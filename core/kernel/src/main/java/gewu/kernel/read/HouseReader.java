package gewu.kernel.read;

import gewu.api.WorkbenchException;
import gewu.api.intake.LaidDocument;
import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.report.PageLook;
import gewu.kernel.page.PageComposer;
import java.io.IOException;
import java.util.List;

/// Reads files in this process, with the importers it knows.
public final class HouseReader implements FileReader {
    private final Extensions extensions;

    public HouseReader(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public ReadResult read(ReadRequest request) {
        SourceFile file = SourceFile.onDisk(request.path(), request.mediaType(), request.local());
        try {
            return switch (importer(request).instance().read(file)) {
                case Reading.Text(var source, var looks) -> new ReadResult.Words(source, looks, List.of(), "");
                case Reading.Laid(LaidDocument document) -> compose(document);
                case Reading.Refused(String why, String remedy) -> new ReadResult.Refused(why, remedy, 0);
            };
        } catch (IOException broken) {
            return new ReadResult.Refused(
                    "It can't be read: " + broken.getMessage() + ".",
                    "Save it again in the program that made it, then import it again.",
                    0);
        }
    }

    private static ReadResult compose(LaidDocument document) throws IOException {
        try (document) {
            PageComposer composer = new PageComposer();
            for (int number = 1; number <= document.pages(); number++) {
                composer.add(document.page(number), PageLook.Origin.TEXT_LAYER, "", 0, "");
            }
            Reading.Text text = composer.finish();
            return new ReadResult.Words(text.source(), text.looks(), List.of(), "");
        }
    }

    private Extension<ReportImporter> importer(ReadRequest request) {
        return extensions.of(ReportImporter.class).stream()
                .filter(it -> (it.plugin() + "/" + it.id()).equals(request.importer()))
                .findFirst()
                .orElseThrow(() -> new WorkbenchException(
                        "The importer " + request.importer() + " is gone.", "Enable its plugin, then import again."));
    }

    @Override
    public void close() {}
}
