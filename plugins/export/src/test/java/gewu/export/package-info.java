@NullMarked
package gewu.export;

import org.jspecify.annotations.NullMarked;
