@NullMarked
package gewu.workbench.panel;

import org.jspecify.annotations.NullMarked;
