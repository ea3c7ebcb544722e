/// Reads the figures a report states: what is counted, when, how much, in which role, and why it was read so.
@NullMarked
package gewu.metrics;

import org.jspecify.annotations.NullMarked;
