package gewu.kernel.intake;

import gewu.api.WorkbenchException;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.Unpacker;
import gewu.api.plugin.Extension;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.plugin.Extensions;
import java.util.ArrayList;
import java.util.List;

/// The contribution that reads a kind of file: an importer or an unpacker.
///
/// @param limit     how many bytes it takes
/// @param isArchive whether it takes files out instead of reading words
record Door(String plugin, String id, long limit, boolean isArchive) {
    /// Taken when a contribution names no limit of its own.
    private static final long USUAL_LIMIT = 64_000_000;

    private static final long USUAL_ARCHIVE = 2_000_000_000;

    /// The door for a file.
    ///
    /// @throws WorkbenchException if there is none; it says what the file is
    static Door of(String file, FileKind kind, Extensions extensions) {
        List<Extension<? extends ExtensionPoint>> all = new ArrayList<>(extensions.of(ReportImporter.class));
        int importers = all.size();
        all.addAll(extensions.of(Unpacker.class));
        for (int i = 0; i < all.size(); i++) {
            Extension<? extends ExtensionPoint> it = all.get(i);
            if (mediaTypes(it).contains(kind.mediaType())) {
                boolean isArchive = i >= importers;
                long usual = isArchive ? USUAL_ARCHIVE : USUAL_LIMIT;
                long limit = it.attribute("max-bytes").map(Long::parseLong).orElse(usual);
                return new Door(it.plugin(), it.id(), limit, isArchive);
            }
        }
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        String is = file + " is " + kind.describedFor(name);
        if (kind == FileKind.UNKNOWN) {
            throw new WorkbenchException(
                    is + ".", "If it is a report, save it as PDF, Word or text and import that; else leave it out.");
        }
        throw new WorkbenchException(
                is + "; no importer for such files is installed.",
                "Save it as PDF, Word or text and import that, or install a plugin that reads it"
                        + " (gewu plugins install FILE); leave it out if it is no report.");
    }

    String name() {
        return plugin + "/" + id;
    }

    private static List<String> mediaTypes(Extension<?> extension) {
        return List.of(extension.attribute("media").orElse("").strip().split("\\s+"));
    }
}
