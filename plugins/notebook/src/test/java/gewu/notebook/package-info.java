@NullMarked
package gewu.notebook;

import org.jspecify.annotations.NullMarked;
