package gewu.mail;

import java.time.Instant;

/// One letter to one address, as it was written down before it was sent.
///
/// @param id     its Message-ID, without the angle brackets; the same with each attempt
/// @param madeAt its date
record Letter(String id, String address, Instant madeAt, String subject, String words) {}
