package gewu.workbench.people;

/// Who asks.
///
/// @param name     empty for the one person of a workbench without accounts
public record Person(String name, Standing standing) {
    /// The person whose machine it is: no accounts, no login.
    public static final Person ALONE = new Person("", Standing.OWNER);

    /// What somebody may do, each all that the ones before may.
    public enum Standing {
        /// Nobody has logged in.
        STRANGER,
        /// Reads, searches, keeps notes and searches of his own.
        RESEARCHER,
        /// Works in the ledger, in the roles that the ledger gives him.
        SUPERVISOR,
        /// Brings reports in, corrects, sets plugins and accounts up.
        ADMINISTRATOR,
        /// Sits at the machine.
        OWNER
    }

    /// Whether this person may do what `least` may.
    public boolean isAtLeast(Standing least) {
        return standing.compareTo(least) >= 0;
    }
}
