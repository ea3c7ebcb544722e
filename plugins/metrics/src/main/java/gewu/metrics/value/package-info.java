/// Value terms of the query language: `三公经费>5万元`, `预算完成率<95%`.
@NullMarked
package gewu.metrics.value;

import org.jspecify.annotations.NullMarked;
