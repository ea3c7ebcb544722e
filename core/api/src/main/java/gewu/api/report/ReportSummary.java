package gewu.api.report;

import java.time.Instant;

/// One line of the list of reports: everything but the text.
///
/// @param id         permanent; the same for all versions of a report
/// @param version    from 1; a changed file is a new version of its report
/// @param pages      how many pages
/// @param paragraphs how many paragraphs
/// @param characters length of the source text in UTF-16 units
/// @param file       the file it was last read from, as given
/// @param mediaType  such as `text/plain`
/// @param sha256     of the original file, in hexadecimal digits
public record ReportSummary(
        String id,
        int version,
        ReportFacts facts,
        int pages,
        int paragraphs,
        int characters,
        String file,
        String mediaType,
        String sha256,
        Instant importedAt) {}
