/// What a plugin is given: its scope, its registry, and the marker of every extension point.
@NullMarked
package gewu.api.plugin;

import org.jspecify.annotations.NullMarked;
