@NullMarked
package gewu.workbench.page;

import org.jspecify.annotations.NullMarked;
