package gewu.testkit;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.LaidPage;
import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.report.PageLook;
import gewu.kernel.page.PageComposer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Reads files that a fuzzer makes up from good ones, for as long as `gewu.fuzz.seconds` says (`mvn -Pfuzz test`).
/// Extend it beside the importer's contract; the class's name ends with `Fuzz`. An importer answers, with a sound
/// [Reading] or an [IOException] that says why, whatever the bytes are; all else is found: exceptions, errors,
/// readings that take too long, offsets outside the text.
public abstract class ImporterFuzz extends FileFuzz {
    private static final int MOST_PAGES = 10;
    private static final int DPI = 36;

    /// Drawing takes long, so that of pages with characters one in so many is drawn.
    private static final int DRAWN = 8;

    private final ReportImporter importer;

    /// @param seeds good files, each small; the made up ones are named like the first and of its media type
    protected ImporterFuzz(ReportImporter importer, List<SourceFile> seeds, Casing casing) {
        super(seeds, casing);
        this.importer = importer;
    }

    /// Makes up files from those that the contract reads and refuses.
    protected ImporterFuzz(ImporterContract contract, Casing casing) {
        this(
                contract.importer(),
                Stream.concat(contract.readable().stream(), contract.unreadable().stream())
                        .toList(),
                casing);
    }

    @Override
    final void take(SourceFile file) throws IOException {
        switch (importer.read(file)) {
            case Reading.Text text -> Soundness.check(text);
            case Reading.Laid(var document) -> compose(document, Arrays.hashCode(file.bytes()) % DRAWN == 0);
            case Reading.Refused refused -> Soundness.check(refused);
        }
    }

    /// As the house does: a broken page costs only itself, and one without characters is drawn.
    private static void compose(LaidDocument document, boolean isDrawn) throws IOException {
        try (document) {
            PageComposer composer = new PageComposer();
            for (int number = 1; number <= Math.min(MOST_PAGES, document.pages()); number++) {
                LaidPage page = page(document, number);
                composer.add(page, PageLook.Origin.TEXT_LAYER, "", 0, "");
                if (number == 1 && (isDrawn || page.glyphs().isEmpty())) {
                    picture(document);
                }
            }
            Soundness.check(composer.finish());
        }
    }

    private static LaidPage page(LaidDocument document, int number) {
        try {
            LaidPage page = document.page(number);
            Soundness.check(page, number);
            return page;
        } catch (IOException broken) {
            Soundness.check(broken);
            return new LaidPage(number, 595, 842, List.of(), List.of(), 0, 0);
        }
    }

    private static void picture(LaidDocument document) {
        try {
            document.picture(1, DPI).flush();
        } catch (IOException broken) {
            Soundness.check(broken);
        }
    }
}
