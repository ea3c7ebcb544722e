/// What a folder says about the reports in it: files of rules, and how their patterns match paths.
@NullMarked
package gewu.kernel.rule;

import org.jspecify.annotations.NullMarked;
