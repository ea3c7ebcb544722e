/// Takes the files out of archives, whatever encoding their names are in.
@NullMarked
package gewu.importarchive;

import org.jspecify.annotations.NullMarked;
