package gewu.workbench.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// A word that nobody can guess. Only its digest is ever kept.
public record Secret(String words) {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// A new one, of 256 random bits.
    public static Secret fresh() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /// What is kept of it.
    public String digest() {
        return digest("");
    }

    /// What can be told of it for a purpose, without telling it.
    public String digest(String purpose) {
        try {
            byte[] written = (purpose + "\n" + words).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /// Never shown by chance.
    @Override
    public String toString() {
        return "Secret";
    }
}
