package gewu.ledger.channel;

/// A reminder that waits for the next round.
///
/// @param number [Notice#number]
/// @param why    what happened and what to do, as English sentences; their Chinese stands in the plugin's
///               `META-INF/sentences.zh`
public record Undelivered(long number, String why) {}
