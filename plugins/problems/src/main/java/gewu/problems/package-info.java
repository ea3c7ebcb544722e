/// Finds the problems a report admits, their causes, the remedies it promises, and which remedy answers which problem.
@NullMarked
package gewu.problems;

import org.jspecify.annotations.NullMarked;
