/// Paper: how tables and their cells are written for offices and read back, whatever stands in them.
@NullMarked
package gewu.ledger.paper;

import org.jspecify.annotations.NullMarked;
