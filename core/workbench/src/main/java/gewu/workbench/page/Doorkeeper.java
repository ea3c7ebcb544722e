package gewu.workbench.page;

import gewu.workbench.people.Person;
import gewu.workbench.people.Secret;
import gewu.workbench.people.Tokens;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Knows who is at the door, and whether what is posted comes from a page of ours. Safe for all threads.
interface Doorkeeper {
    /// The field of forms, and the header of scripts, that prove a page to be ours.
    String FIELD = "_token";
    String HEADER = "Gewu-Token";

    /// Who comes.
    ///
    /// @param address the network address
    Visit visit(Context context, String address);

    /// Whether somebody who came in is still at home.
    boolean isStillHere(Visit visit);

    /// Whether people log in.
    boolean asks();

    /// Whether a page of ours posted this.
    default boolean isOurs(Context context, Visit visit) {
        String header = context.header(HEADER);
        String sent = header == null ? context.formParam(FIELD) : header;
        return sent != null
                && !visit.token().isEmpty()
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), visit.token().getBytes(StandardCharsets.UTF_8));
    }

    /// The token that a program shows. Calendars and readers that subscribe to a feed can send no header: for them it
    /// stands in the address.
    static Optional<Secret> shown(Context context) {
        @Nullable String header = context.header("Authorization");
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(new Secret(header.substring(7).strip()));
        }
        @Nullable String subscribed = context.path().startsWith("/feed/") ? context.queryParam("token") : null;
        return Optional.ofNullable(subscribed).map(Secret::new);
    }

    /// One person, without accounts: whoever reaches the door is at home.
    static Doorkeeper alone(Tokens tokens) {
        String token = Secret.fresh().words();
        return new Doorkeeper() {
            @Override
            public Visit visit(Context context, String address) {
                Optional<Secret> shown = shown(context);
                boolean isKnown =
                        shown.flatMap(tokens::accountOf).filter(String::isEmpty).isPresent();
                if (shown.isPresent() && !isKnown) {
                    return new Visit(new Person("", Person.Standing.STRANGER), "", address, "", true);
                }
                return new Visit(Person.ALONE, token, address, "", isKnown);
            }

            @Override
            public boolean isStillHere(Visit visit) {
                return true;
            }

            @Override
            public boolean asks() {
                return false;
            }
        };
    }
}
