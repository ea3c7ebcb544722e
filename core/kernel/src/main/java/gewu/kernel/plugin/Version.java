package gewu.kernel.plugin;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;

/// A version of three numbers, as Semantic Versioning 2.0.0 orders them: `1.2.0`, `2.0.0-SNAPSHOT`.
///
/// @param full the library's view; only for versions with a pre-release or build part, which are rare
record Version(int major, int minor, int patch, @Nullable Semver full) implements Comparable<Version> {
    private static final Comparator<Version> BY_NUMBERS = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    /// The version that `text` means; empty when it means none.
    static Optional<Version> parse(String text) {
        int[] numbers = numbers(text);
        if (numbers.length == 3) {
            return Optional.of(of(numbers[0], numbers[1], numbers[2]));
        }
        Semver full = text.contains("-") || text.contains("+") ? Semver.parse(text) : null;
        return full == null
                ? Optional.empty()
                : Optional.of(new Version(full.getMajor(), full.getMinor(), full.getPatch(), full));
    }

    /// The one to three numbers that dots part; none at all when one has a leading zero or too many digits.
    ///
    /// By hand: the first thousand uses of a regular expression cost more than reading the manifests.
    static int[] numbers(String text) {
        int[] numbers = new int[3];
        int part = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && digits < 9 && !(digits == 1 && numbers[part] == 0)) {
                numbers[part] = numbers[part] * 10 + (c - '0');
                digits++;
            } else if (c == '.' && digits > 0 && part < 2) {
                part++;
                digits = 0;
            } else {
                return new int[0];
            }
        }
        return digits > 0 ? Arrays.copyOf(numbers, part + 1) : new int[0];
    }

    static Version of(int major, int minor, int patch) {
        return new Version(major, minor, patch, null);
    }

    /// How `text` would be written rightly, as a sentence.
    static String hint(String text) {
        int written = numbers(text).length;
        if (written == 1 || written == 2) {
            return "Write all three numbers: “" + text + (written == 2 ? ".0" : ".0.0") + "”.";
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
