package gewu.api.workbench;

import gewu.api.plugin.ExtensionPoint;

/// Extension point `preference`: something each person sets to his liking; a page of preferences is made of it.
///
/// There is nothing to implement: the point is data.
public interface Preference extends ExtensionPoint {}
