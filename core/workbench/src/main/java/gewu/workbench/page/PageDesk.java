package gewu.workbench.page;

import gewu.api.WorkbenchException;
import gewu.api.intake.Intake;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.report.Box;
import gewu.api.report.Mark;
import gewu.api.report.PageLook;
import gewu.api.report.Reports;
import gewu.api.workbench.DataRow;
import gewu.kernel.read.DrawRequest;
import gewu.kernel.read.Drawing;
import gewu.kernel.read.PagePainter;
import gewu.workbench.json.JsonLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows the pages of originals and tells where on a page words stand. The last pictures are kept. Safe for all
/// threads.
final class PageDesk {
    private static final int DPI = 132;
    private static final int KEPT = 40;
    private static final int EDITION_DIGITS = 10;

    private final Extensions extensions;
    private final Reports reports;
    private final Intake intake;
    private final PagePainter painter;
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
        this.painter = rooms.painter();
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
        Optional<Path> local = file.flatMap(SourceFile::local);
        Optional<Extension<ReportImporter>> importer = file.flatMap(this::importer);
        if (file.isEmpty() || local.isEmpty() || importer.isEmpty()) {
            return Optional.empty();
        }
        String name = importer.get().plugin() + "/" + importer.get().id();
        DrawRequest request =
                new DrawRequest(file.get().path(), local.get(), file.get().mediaType(), name, page, DPI);
        return Optional.of(new Reply.Lasting("image/png", picture(edition(file.get()) + "/" + page, request)));
    }

    private byte[] picture(String key, DrawRequest request) {
        synchronized (kept) {
            byte[] known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        byte[] png = drawn(request);
        synchronized (kept) {
            kept.put(key, png);
        }
        return png;
    }

    private byte[] drawn(DrawRequest request) {
        return switch (painter.draw(request)) {
            case Drawing.Picture(byte[] png) -> png;
            case Drawing.Refused(String why, String remedy) ->
                throw new WorkbenchException(WorkbenchException.Kind.USAGE, why, remedy);
        };
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
