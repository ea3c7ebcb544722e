package gewu.workbench.page;

/// A file that a command wrote, and that waits to be fetched.
///
/// @param address where it can be fetched
public record Written(String name, String address, long bytes) {
    /// As people read it.
    public String size() {
        return bytes < 10_000 ? bytes + " B" : bytes / 1_000 + " KB";
    }
}
