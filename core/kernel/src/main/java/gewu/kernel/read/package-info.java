/// Reads one file into words, whoever wrote the importer and whatever the file does: importers, page composer and
/// recogniser come together here, in this process or in a worker.
@NullMarked
package gewu.kernel.read;

import org.jspecify.annotations.NullMarked;
