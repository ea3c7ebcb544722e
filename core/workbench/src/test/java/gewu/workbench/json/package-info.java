@NullMarked
package gewu.workbench.json;

import org.jspecify.annotations.NullMarked;
