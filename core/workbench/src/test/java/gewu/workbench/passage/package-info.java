@NullMarked
package gewu.workbench.passage;

import org.jspecify.annotations.NullMarked;
