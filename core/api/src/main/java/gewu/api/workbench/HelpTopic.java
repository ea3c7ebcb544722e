package gewu.api.workbench;

import gewu.api.plugin.ExtensionPoint;

/// Extension point `help`: a page of help in Markdown, in both languages. It can be searched, and F1 opens the topic
/// that
/// fits what is shown.
///
/// There is nothing to implement: the point is data.
public interface HelpTopic extends ExtensionPoint {}
