/// The ledger (整改台账): what becomes of each problem, as the fold of events that are never changed.
@NullMarked
package gewu.ledger;

import org.jspecify.annotations.NullMarked;
