package gewu.api.plugin;

/// Marks an interface that plugins implement. Each one is declared in a manifest with its id, its attributes and its
/// documentation.
public interface ExtensionPoint {}
