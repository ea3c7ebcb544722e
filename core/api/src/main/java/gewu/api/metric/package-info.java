/// The figures a report states, each with the passage it was read from.
@NullMarked
package gewu.api.metric;

import org.jspecify.annotations.NullMarked;
