package gewu.kernel.plugin;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that lies where plugins lie, and what its manifest says.
///
/// @param place     the jar or folder; null for a built-in plugin
/// @param classPath its jars, or its folder of classes; empty for a built-in plugin
/// @param stamp     changes when its content does
record Parcel(Origin origin, @Nullable Path place, String name, List<Path> classPath, String stamp, Reading reading) {
    Parcel {
        classPath = List.copyOf(classPath);
    }

    /// Where a plugin comes from.
    enum Origin {
        HOST("is built in"),
        BUNDLED("came with the distribution"),
        USER("was installed");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// Its id, or its name when there is no readable manifest.
    String id() {
        return reading.idOr(name);
    }

    /// Whether its jars are copied before they are opened, so that the file itself may be replaced or deleted.
    boolean isCopied() {
        return origin == Origin.USER;
    }

    /// Where it lies, for people.
    String whereabouts() {
        return place == null ? "on the class path of the house" : place.toString();
    }
}
