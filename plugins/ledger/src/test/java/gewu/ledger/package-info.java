@NullMarked
package gewu.ledger;

import org.jspecify.annotations.NullMarked;
