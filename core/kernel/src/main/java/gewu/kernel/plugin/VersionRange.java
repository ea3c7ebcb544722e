package gewu.kernel.plugin;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which versions suit: `^1.2` (from 1.2.0 up to but without 2.0.0) or `>=1.2.0 <3.0.0`.
///
/// Pre-releases of the lower bound are in (`1.2.0-SNAPSHOT` suits `^1.2`), those of the upper bound are out
/// (`2.0.0-SNAPSHOT` does not).
///
/// @param text as written
record VersionRange(String text, Version from, Version below) {
    private static final Pattern BETWEEN = Pattern.compile(">=\\s*(\\S+)\\s+<\\s*(\\S+)");

    static final String HINT = "Write it like “^1.0”, or like “>=1.2.0 <3.0.0”.";

    /// The range that `text` means; empty when it means none.
    static Optional<VersionRange> parse(String text) {
        if (text.startsWith("^")) {
            int[] numbers = Version.numbers(text.substring(1));
            return numbers.length == 0 ? Optional.empty() : Optional.of(caret(text, numbers));
        }
        var between = BETWEEN.matcher(text);
        if (between.matches()) {
            return Version.parse(between.group(1))
                    .flatMap(from -> Version.parse(between.group(2))
                            .filter(below -> from.compareTo(below) < 0)
                            .map(below -> new VersionRange(text, from, below)));
        }
        return Optional.empty();
    }

    /// Up to the next version that may break: the first number that is not zero tells.
    private static VersionRange caret(String text, int[] numbers) {
        int major = numbers[0];
        int minor = numbers.length > 1 ? numbers[1] : 0;
        int patch = numbers.length > 2 ? numbers[2] : 0;
        Version below = major > 0 || numbers.length == 1
                ? Version.of(major + 1, 0, 0)
                : minor > 0 || numbers.length == 2 ? Version.of(0, minor + 1, 0) : Version.of(0, 0, patch + 1);
        return new VersionRange(text, Version.of(major, minor, patch), below);
    }

    boolean contains(Version version) {
        boolean aboveFrom = from.compareTo(version) <= 0
                || (!from.isPreRelease() && version.isPreRelease() && version.sameNumbers(from));
        boolean beforeEnd = version.compareTo(below) < 0 && (below.isPreRelease() || !version.sameNumbers(below));
        return aboveFrom && beforeEnd;
    }

    @Override
    public String toString() {
        return text;
    }
}
