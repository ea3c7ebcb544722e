package gewu.kernel.plugin;

import gewu.api.Label;

/// What became of a plugin whose file somebody wrote, changed or took away while the workbench was open.
///
/// @param isGood whether it now is as its file says
public record PluginNews(Label words, boolean isGood) {}
