/// Reads Word, Excel and PowerPoint files, old and new.
@NullMarked
package gewu.importoffice;

import org.jspecify.annotations.NullMarked;
