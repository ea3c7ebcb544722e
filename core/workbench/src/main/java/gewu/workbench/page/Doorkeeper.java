package gewu.workbench.page;

import gewu.workbench.people.Person;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Knows who is at the door, and whether what is posted comes from a page of ours. Safe for all threads.
interface Doorkeeper {
    /// The field of forms, and the header of scripts, that prove a page to be ours.
    String FIELD = "_token";
    String HEADER = "Gewu-Token";

    /// Who asks.
    Person person(Context context);

    /// What pages for this person hold.
    String token(Person person);

    /// Whether a page of ours posted this.
    default boolean isOurs(Context context, Person person) {
        String header = context.header(HEADER);
        String sent = header == null ? context.formParam(FIELD) : header;
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), token(person).getBytes(StandardCharsets.UTF_8));
    }

    /// One person, without accounts: whoever reaches the door is at home.
    static Doorkeeper alone() {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        return new Doorkeeper() {
            @Override
            public Person person(Context context) {
                return Person.ALONE;
            }

            @Override
            public String token(Person person) {
                return token;
            }
        };
    }
}
