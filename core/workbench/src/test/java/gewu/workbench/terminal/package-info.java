@NullMarked
package gewu.workbench.terminal;

import org.jspecify.annotations.NullMarked;
