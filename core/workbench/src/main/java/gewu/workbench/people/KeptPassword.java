package gewu.workbench.people;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// A password as it is kept: what PBKDF2 made of it, with its salt and rounds beside it.
///
/// @param salt hexadecimal
/// @param hash hexadecimal
record KeptPassword(int rounds, String salt, String hash) {
    private static final String METHOD = "pbkdf2-sha256";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// @param rounds each makes guessing as much harder as entering slower
    static KeptPassword of(char[] password, int rounds) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new KeptPassword(
                rounds, HexFormat.of().formatHex(salt), HexFormat.of().formatHex(derived(password, salt, rounds)));
    }

    static KeptPassword read(String written) {
        String[] parts = written.split("\\$");
        if (parts.length != 4 || !parts[0].equals(METHOD)) {
            throw new IllegalStateException("A password is kept in a way that this version does not know.");
        }
        return new KeptPassword(Integer.parseInt(parts[1]), parts[2], parts[3]);
    }

    String written() {
        return String.join("$", METHOD, String.valueOf(rounds), salt, hash);
    }

    /// Takes the same time whether it fits or not.
    boolean fits(char[] password) {
        byte[] kept = HexFormat.of().parseHex(hash);
        return MessageDigest.isEqual(kept, derived(password, HexFormat.of().parseHex(salt), rounds));
    }

    private static byte[] derived(char[] password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        } finally {
            spec.clearPassword();
        }
    }
}
