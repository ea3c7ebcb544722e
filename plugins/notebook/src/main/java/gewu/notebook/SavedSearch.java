package gewu.notebook;

import java.time.Instant;

/// A question under a name, which is asked again after imports.
///
/// @param seen the sequence number of the last change of the store that it knows of
record SavedSearch(long id, String name, Question question, String person, Instant madeAt, long seen) {}
