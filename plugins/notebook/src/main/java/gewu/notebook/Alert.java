package gewu.notebook;

import java.time.Instant;

/// A new hit of a saved search.
record Alert(long id, String search, Instant foundAt, Kept kept) {}
