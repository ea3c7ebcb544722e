/// The one SQLite file of a workspace behind the [gewu.api.store.Store] port: the only place that knows
/// `java.sql`.
@NullMarked
package gewu.kernel.store;

import org.jspecify.annotations.NullMarked;
