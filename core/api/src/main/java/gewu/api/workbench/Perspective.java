package gewu.api.workbench;

import gewu.api.plugin.ExtensionPoint;

/// Extension point `perspective`: which views lie where for one kind of work, such as following problems up.
///
/// The manifest names them; a person may lay them out otherwise and come back to this at any time. There is nothing to
/// implement: the point is data.
public interface Perspective extends ExtensionPoint {}
