/// What tests of every room share: generated reports, contracts of the extension points, a temporary workbench.
@NullMarked
package gewu.testkit;

import org.jspecify.annotations.NullMarked;
