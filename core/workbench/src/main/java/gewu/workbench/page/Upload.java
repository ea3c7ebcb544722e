package gewu.workbench.page;

import java.nio.file.Path;

/// A file that a browser sent. It is gone when the answer has been given.
///
/// @param field the field of the form that held it
/// @param name  as its owner calls it; never used as a path
record Upload(String field, String name, Path file) {}
