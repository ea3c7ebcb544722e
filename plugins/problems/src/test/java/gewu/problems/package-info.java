@NullMarked
package gewu.problems;

import org.jspecify.annotations.NullMarked;
