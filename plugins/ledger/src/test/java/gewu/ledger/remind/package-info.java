@org.jspecify.annotations.NullMarked
package gewu.ledger.remind;
