package gewu.workbench.page;

import gewu.api.WorkbenchException;
import gewu.api.intake.Intake;
import gewu.api.intake.LaidDocument;
import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.report.Box;
import gewu.api.report.Mark;
import gewu.api.report.PageLook;
import gewu.api.report.Reports;
import gewu.api.workbench.DataRow;
import gewu.workbench.json.JsonLines;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;

/// Draws the pages of originals, by the importers that read them, and tells where on a page words
/// stand. Two pages are drawn at once, the others wait; the last ones are kept. Safe for all threads.
final class PageDesk {
    private static final int DPI = 132;
    private static final int SECONDS = 20;
    private static final int KEPT = 40;
    private static final int AT_ONCE = 2;
    private static final int EDITION_DIGITS = 10;

    private final Extensions extensions;
    private final Reports reports;
    private final Intake intake;
    private final ExecutorService painters = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("page-", 1).factory());
    private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    PageDesk(Rooms rooms) {
        this.extensions = rooms.extensions();
        this.reports = rooms.reports();
        this.intake = rooms.intake();
    }

    /// What tells the pictures of a report's pages from those of another file; empty if it has
    /// none, as a text has none.
    Optional<String> edition(String report) {
        return reports.look(report, 1).isEmpty()
                ? Optional.empty()
                : intake.original(report).filter(it -> importer(it).isPresent()).map(PageDesk::edition);
    }

    private static String edition(SourceFile file) {
        String name = file.local().map(it -> String.valueOf(it.getFileName())).orElse(file.name());
        return name.substring(0, Math.min(name.length(), EDITION_DIGITS));
    }

    /// The page as a PNG picture.
    ///
    /// @param page from 1
    /// @return empty if there is no such page, or no picture of it
    /// @throws WorkbenchException if it can't be drawn, or not in time
    Optional<Reply> picture(String report, int page) {
        Optional<SourceFile> file = reports.look(report, page).flatMap(_ -> intake.original(report));
        Optional<Extension<ReportImporter>> importer = file.flatMap(this::importer);
        return importer.map(it -> new Reply.Lasting("image/png", picture(file.orElseThrow(), it, page), false));
    }

    private byte[] picture(SourceFile file, Extension<ReportImporter> importer, int page) {
        String key = edition(file) + "/" + page;
        synchronized (kept) {
            byte[] known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        Future<byte[]> drawing = painters.submit(() -> drawn(file, importer.instance(), page));
        try {
            byte[] png = drawing.get(SECONDS, TimeUnit.SECONDS);
            synchronized (kept) {
                kept.put(key, png);
            }
            return png;
        } catch (TimeoutException slow) {
            drawing.cancel(true);
            throw undrawn("Page " + page + " could not be drawn within " + SECONDS + " seconds.", slow);
        } catch (ExecutionException failed) {
            throw undrawn("Page " + page + " can't be drawn: " + failed.getCause() + ".", failed);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw undrawn("Page " + page + " was not drawn: the workbench is closing.", over);
        }
    }

    private static WorkbenchException undrawn(String message, Exception cause) {
        return new WorkbenchException(
                WorkbenchException.Kind.USAGE, message, "Read its words, or open the original in a viewer.", cause);
    }

    private static byte[] drawn(SourceFile file, ReportImporter importer, int page) throws IOException {
        if (!(importer.read(file) instanceof Reading.Laid(LaidDocument document))) {
            throw new IOException("its importer does not draw pages");
        }
        try (document) {
            BufferedImage picture = document.picture(page, DPI);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        }
    }

    private Optional<Extension<ReportImporter>> importer(SourceFile file) {
        return extensions.of(ReportImporter.class).stream()
                .filter(it ->
                        List.of(it.attribute("media").orElse("").split("\\s+")).contains(file.mediaType()))
                .findFirst();
    }

    /// Where on a page the marks stand, as JSON: the page's size in points, and boxes in points
    /// from its upper left corner, each with its kind, `hit` or `lit`.
    Optional<Reply> boxes(String report, int page, Marks marks, String light) {
        return reports.look(report, page).map(look -> {
            List<List<Object>> boxes = new ArrayList<>();
            marks.byParagraph().values().forEach(all -> all.forEach(it -> add(look, it, "hit", boxes)));
            Underliner.lit(light).forEach(it -> add(look, it, "lit", boxes));
            return Reply.json(JsonLines.object(DataRow.of("page")
                    .with("width", look.width())
                    .with("height", look.height())
                    .with("turned", look.turned())
                    .with("boxes", boxes)));
        });
    }

    private static void add(PageLook look, Mark mark, String kind, List<List<Object>> boxes) {
        for (Box box : look.boxes(mark.start(), mark.end())) {
            boxes.add(List.of(kind, box.left(), box.top(), box.right(), box.bottom()));
        }
    }
}
