package gewu.kernel.plugin;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;

/// A version of three numbers, as Semantic Versioning 2.0.0 orders them: `1.2.0`, `2.0.0-SNAPSHOT`.
///
/// @param full the library's view; only for versions with a pre-release or build part, which are rare
record Version(int major, int minor, int patch, @Nullable Semver full) implements Comparable<Version> {
    private static final Pattern PLAIN = Pattern.compile("(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})");
    private static final Pattern SHORT = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Comparator<Version> BY_NUMBERS = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    /// The version that `text` means; empty when it means none.
    static Optional<Version> parse(String text) {
        var plain = PLAIN.matcher(text);
        if (plain.matches()) {
            return Optional.of(new Version(
                    Integer.parseInt(plain.group(1)),
                    Integer.parseInt(plain.group(2)),
                    Integer.parseInt(plain.group(3)),
                    null));
        }
        Semver full = text.contains("-") || text.contains("+") ? Semver.parse(text) : null;
        return full == null
                ? Optional.empty()
                : Optional.of(new Version(full.getMajor(), full.getMinor(), full.getPatch(), full));
    }

    static Version of(int major, int minor, int patch) {
        return new Version(major, minor, patch, null);
    }

    /// How `text` would be written rightly, as a sentence.
    static String hint(String text) {
        if (SHORT.matcher(text).matches()) {
            return "Write all three numbers: “" + text + (text.contains(".") ? ".0" : ".0.0") + "”.";
        }
        return "Write three numbers such as “1.0.0”, or “1.0.0-SNAPSHOT”.";
    }

    boolean isPreRelease() {
        return full != null && !full.getPreRelease().isEmpty();
    }

    /// Whether the three numbers are the same.
    boolean sameNumbers(Version other) {
        return BY_NUMBERS.compare(this, other) == 0;
    }

    @Override
    public int compareTo(Version other) {
        int numbers = BY_NUMBERS.compare(this, other);
        if (numbers != 0 || (full == null && other.full == null)) {
            return numbers;
        }
        return semver().compareTo(other.semver());
    }

    private Semver semver() {
        return full == null ? Semver.create(major, minor, patch) : full;
    }

    @Override
    public String toString() {
        return full == null ? major + "." + minor + "." + patch : full.getVersion();
    }
}
