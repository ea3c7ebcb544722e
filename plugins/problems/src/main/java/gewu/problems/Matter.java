package gewu.problems;

/// What a stretch of a report is about, as its heading or the words before it say.
enum Matter {
    NONE,
    PROBLEM,
    CAUSE,
    REMEDY,
    /// Problems and remedies, one behind the other.
    MIXED,
    /// What was done about problems (整改情况).
    DONE,
    /// Other notes (其他需要说明的情况).
    NOTES,
    /// Who, until when, how many points: neither problem nor remedy.
    LABEL;

    /// Whether problems or remedies are spoken of.
    boolean counts() {
        return switch (this) {
            case PROBLEM, CAUSE, REMEDY, MIXED, DONE -> true;
            case NONE, NOTES, LABEL -> false;
        };
    }
}
