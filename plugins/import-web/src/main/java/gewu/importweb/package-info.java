/// Reads web pages, and those saved with all their parts (MHTML).
@NullMarked
package gewu.importweb;

import org.jspecify.annotations.NullMarked;
