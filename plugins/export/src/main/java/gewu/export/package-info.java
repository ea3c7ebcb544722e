/// The formats in which tables leave the house.
@NullMarked
package gewu.export;

import org.jspecify.annotations.NullMarked;
