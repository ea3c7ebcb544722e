/// What other programs read: JSON Lines.
@NullMarked
package gewu.workbench.json;

import org.jspecify.annotations.NullMarked;
