package gewu.api.workbench;

import gewu.api.plugin.ExtensionPoint;

/// Extension point `action`: something a person may choose from a menu, from the palette or by keys.
///
/// It opens an address, or has a command filled in and run. Keys are written as tinykeys reads them. There is nothing
/// to
/// implement: the point is data.
public interface Action extends ExtensionPoint {}
