package gewu.metrics;

/// Where a quantity stands in its paragraph, and the words around it.
///
/// @param number   of the quantity, from 0
/// @param open     where the bracket around it opens; -1 outside brackets
/// @param sentence where its sentence begins
/// @param from     where the quantity before it on the same level ends, or the sentence or bracket begins
/// @param left     the words from there to the quantity, without the brackets between
/// @param clause   the last clause of `left`
/// @param right    the words behind the quantity, up to the next mark or quantity
record Place(int number, int open, int sentence, int from, String left, String clause, String right) {}
