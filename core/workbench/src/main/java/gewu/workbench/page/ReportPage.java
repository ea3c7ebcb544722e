package gewu.workbench.page;

import gewu.workbench.passage.Excerpt;
import java.util.List;

/// A report, ready to be read.
///
/// @param facts   organisation, year, kind and size in one line
/// @param versions other versions of it, and what may be one
/// @param outline the sections, in reading order
/// @param lines   the paragraphs, in reading order
/// @param hits    paragraphs with marks, in reading order
/// @param places  how many marks there are
public record ReportPage(
        String id,
        String title,
        String facts,
        List<VersionLine> versions,
        List<OutlineLine> outline,
        List<Line> lines,
        List<Integer> hits,
        int places) {
    public ReportPage {
        versions = List.copyOf(versions);
        outline = List.copyOf(outline);
        lines = List.copyOf(lines);
        hits = List.copyOf(hits);
    }

    /// Another version of the report.
    ///
    /// @param words   what it is
    /// @param report  where it is read
    /// @param changes where it is shown what changed
    public record VersionLine(String words, String report, String changes) {}

    /// A section in the outline.
    ///
    /// @param level     from 1 to 6
    /// @param role      empty when it is the same as the one above
    /// @param paragraph the paragraph its heading stands in
    public record OutlineLine(int level, String label, String heading, String role, int paragraph) {}

    /// A paragraph.
    ///
    /// @param number  from 1
    /// @param level   of the heading it is, from 1 to 6; 0 for plain text
    /// @param newPage number of the page that begins with it; 0 if none does
    public record Line(int number, int level, int newPage, Excerpt text) {}
}
