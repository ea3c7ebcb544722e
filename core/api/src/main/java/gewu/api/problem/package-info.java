/// What a report admits and promises: problems, causes, remedies, and the links between them.
@NullMarked
package gewu.api.problem;

import org.jspecify.annotations.NullMarked;
