/// Reads PDF files page by page: glyphs with their places, ruling lines, and pictures of pages.
@NullMarked
package gewu.importpdf;

import org.jspecify.annotations.NullMarked;
