package gewu.workbench.page;

import java.nio.file.Path;
import java.util.Optional;

/// Where the workbench can be reached, and how.
///
/// @param port           0 for any free one
/// @param isLoopbackOnly whether only the names of loopback are answered to
/// @param isBehindProxy  whether a proxy on this machine says who calls, and whether it is encrypted
/// @param tls            the key file of encrypted connections
record Reach(String host, int port, boolean isLoopbackOnly, boolean isBehindProxy, Optional<KeyFile> tls) {
    /// A PKCS#12 file.
    record KeyFile(Path file, String password) {
        @Override
        public String toString() {
            return file.toString();
        }
    }

    /// This machine alone.
    static Reach loopback(int port) {
        return new Reach("127.0.0.1", port, true, false, Optional.empty());
    }
}
