package gewu.api.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// One row of an answer, valid only while it is handed over. Columns are asked for by name.
///
/// Asking for a column that is null or absent is an error that names it; ask [#textOrNone] where null is meant.
public interface Row {
    String text(String column);

    Optional<String> textOrNone(String column);

    long number(String column);

    Optional<Long> numberOrNone(String column);

    boolean flag(String column);

    LocalDate date(String column);

    Optional<LocalDate> dateOrNone(String column);

    Instant instant(String column);

    byte[] bytes(String column);
}
