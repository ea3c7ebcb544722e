/// Reads OFD files, the Chinese fixed-layout standard (GB/T 33190), page by page.
@NullMarked
package gewu.importofd;

import org.jspecify.annotations.NullMarked;
