package gewu.kernel.intake;

import gewu.api.intake.Brought;

/// How a file ended.
///
/// @param page     on which page it failed; 0 if it is not about one
/// @param wantsOcr whether more could be read of it with a text recogniser
record Outcome(
        Brought.State state,
        String report,
        String reason,
        String remedy,
        int page,
        int pages,
        int characters,
        boolean wantsOcr) {

    static Outcome failed(String reason, String remedy) {
        return failed(reason, remedy, 0);
    }

    static Outcome failed(String reason, String remedy, int page) {
        return new Outcome(Brought.State.FAILED, "", reason, remedy, page, 0, 0, false);
    }

    static Outcome of(Brought.State state, String report, String reason) {
        return new Outcome(state, report, reason, "", 0, 0, 0, false);
    }

    /// Why, and what to do, in one line.
    String told() {
        return (reason + " " + remedy).strip();
    }
}
