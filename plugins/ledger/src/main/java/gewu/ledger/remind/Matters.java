package gewu.ledger.remind;

import java.time.LocalDate;
import java.util.function.UnaryOperator;

/// Where reminding learns what items are about.
public interface Matters {
    Matter of(String item);

    /// Whether the office works on a day.
    boolean isWorked(LocalDate day);

    /// A text that is another one when time limits or the calendar are.
    String edition();

    /// How people read ids of parties, as they are called now.
    UnaryOperator<String> names();
}
