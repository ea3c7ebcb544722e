package gewu.importarchive;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.intake.Unpacker;
import java.util.Optional;

/// Says what to do with RAR archives: no free, well-kept library reads those of today.
final class RarRefusal implements Unpacker {
    @Override
    public Optional<Reading.Refused> unpack(SourceFile archive, Receiver into) {
        return Optional.of(new Reading.Refused(
                "It is a RAR archive, which only its own program can open.",
                "Unpack it (7-Zip and WinRAR can), then import the folder; or ask for it as ZIP."));
    }
}
