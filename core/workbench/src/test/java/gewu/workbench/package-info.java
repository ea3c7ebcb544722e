@NullMarked
package gewu.workbench;

import org.jspecify.annotations.NullMarked;
