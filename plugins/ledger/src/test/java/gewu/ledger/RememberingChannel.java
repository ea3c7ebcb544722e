package gewu.ledger;

import gewu.ledger.channel.Digest;
import gewu.ledger.channel.Notice;
import gewu.ledger.channel.ReminderChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A channel that keeps what it was given under each notice's number, and fails when it is told to: after it took it.
final class RememberingChannel implements ReminderChannel {
    final Map<Long, Notice> taken = new LinkedHashMap<>();
    final List<Digest> digests = new ArrayList<>();
    boolean isBroken;

    @Override
    public void handOver(Digest digest) throws IOException {
        digests.add(digest);
        digest.notices().forEach(it -> taken.put(it.number(), it));
        if (isBroken) {
            throw new IOException("the line is cut");
        }
    }
}
