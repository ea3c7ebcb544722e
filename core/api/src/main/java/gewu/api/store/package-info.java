/// The one store of a workspace. SQLite is the truth; every committed change has a sequence number.
@NullMarked
package gewu.api.store;

import org.jspecify.annotations.NullMarked;
