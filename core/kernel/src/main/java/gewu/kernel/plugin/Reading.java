package gewu.kernel.plugin;

import java.util.List;

/// What came of reading a manifest.
sealed interface Reading {
    /// Its form is right; whether what it refers to is there is asked later.
    record Good(Manifest manifest) implements Reading {}

    /// It can't be used.
    ///
    /// @param id      as far as it could be read; empty otherwise
    /// @param version the same
    /// @param faults  one sentence or two each, with file and line
    record Bad(String id, String version, List<String> faults) implements Reading {
        public Bad {
            faults = List.copyOf(faults);
        }
    }

    /// The id, or `otherwise` when none could be read.
    default String idOr(String otherwise) {
        return switch (this) {
            case Good(var manifest) -> manifest.id();
            case Bad(var id, var _, var _) -> id.isEmpty() ? otherwise : id;
        };
    }
}
