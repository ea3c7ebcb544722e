/// Tests of the whole house: which way the arrows point, and whether the rooms work together.
@NullMarked
package gewu.house;

import org.jspecify.annotations.NullMarked;
