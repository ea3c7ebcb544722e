/// Reads pictures of pages, such as scans saved as TIFF or JPEG.
@NullMarked
package gewu.importpicture;

import org.jspecify.annotations.NullMarked;
