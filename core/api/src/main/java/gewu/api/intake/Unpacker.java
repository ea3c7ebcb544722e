package gewu.api.intake;

import gewu.api.plugin.ExtensionPoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Extension point `unpacker`: takes the files out of an archive, so that each is brought in on its own. One instance
/// serves all threads.
public interface Unpacker extends ExtensionPoint {
    /// Hands over all files of an archive, in its order. Archives inside are files like others.
    ///
    /// @return why it can't be opened; empty if it could, even if single files in it were passed over
    /// @throws IOException if it breaks off midway; what was handed over before stays
    Optional<Reading.Refused> unpack(SourceFile archive, Receiver into) throws IOException;

    /// Takes the files; it holds the limits of number, size and ratio.
    interface Receiver {
        /// Takes one file.
        ///
        /// @param name    its path inside the archive, decoded as its author saw it; nothing is written there
        /// @param packed  how many bytes it takes in the archive; -1 if unknown
        /// @param content read to its end, unless a limit is reached
        /// @throws IOException if a limit of the whole archive is reached: stop then
        void file(String name, long packed, InputStream content) throws IOException;

        /// Says that a file can't be taken out.
        ///
        /// @param why    such as that it is encrypted
        /// @param remedy the reader's next move
        void passedOver(String name, String why, String remedy);
    }
}
