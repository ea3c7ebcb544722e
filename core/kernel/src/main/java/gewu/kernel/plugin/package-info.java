/// The plugin core: reads manifests, resolves, keeps the registry, and gives each plugin a class loader, a container, a
/// scope and a boundary of its own.
@NullMarked
package gewu.kernel.plugin;

import org.jspecify.annotations.NullMarked;
