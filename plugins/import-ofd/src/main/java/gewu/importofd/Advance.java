package gewu.importofd;

/// How far a character moves the pen in an ordinary font, for the last one of a run and for files that do not say.
final class Advance {
    private static final double WIDE = 1;

    private Advance() {}

    /// As a share of the size of the font.
    static double of(int character) {
        if (character >= 0x2e80 && (character < 0xff61 || character > 0xffdc)) {
            return WIDE;
        }
        if (character >= 0x80) {
            boolean isSignInChinese = character >= 0x2010 && character < 0x2e80;
            return isSignInChinese ? WIDE : 0.55;
        }
        if ("iljtfrI!|.,:;'`-/\\()[]{} ".indexOf(character) >= 0) {
            return 0.31;
        }
        if ("mwMW%@".indexOf(character) >= 0) {
            return 0.84;
        }
        return Character.isUpperCase(character) || "+=<>~&#".indexOf(character) >= 0 ? 0.66 : 0.5;
    }
}
