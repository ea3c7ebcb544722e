package gewu.api.intake.flow;

import gewu.api.intake.Reading;
import java.io.IOException;

/// A file that can't become a report: carries the reason and the next move from the depths of a format up to its
/// importer.
public final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;

    private final String remedy;

    /// @param why    in one sentence about the file
    /// @param remedy the reader's next move
    public Unreadable(String why, String remedy) {
        super(why);
        this.remedy = remedy;
    }

    public Unreadable(String why, String remedy, Throwable cause) {
        super(why, cause);
        this.remedy = remedy;
    }

    public Reading.Refused refused() {
        String why = getMessage();
        return new Reading.Refused(why == null ? "" : why, remedy);
    }
}
