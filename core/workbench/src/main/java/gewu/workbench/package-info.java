/// The front door: starts the house, understands the call, and hands out the answer.
@NullMarked
package gewu.workbench;

import org.jspecify.annotations.NullMarked;
