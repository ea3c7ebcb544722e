package gewu.ledger;

import gewu.ledger.channel.Digest;
import gewu.ledger.channel.Notice;
import gewu.ledger.channel.ReminderChannel;
import gewu.ledger.channel.Undelivered;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A channel that keeps what it was given under each notice's number, and fails when it is told to: after it took it.
final class RememberingChannel implements ReminderChannel {
    final Map<Long, Notice> taken = new LinkedHashMap<>();
    final List<Digest> digests = new ArrayList<>();
    final Map<Long, String> refused = new LinkedHashMap<>();
    boolean isBroken;
    boolean isSetUp = true;

    @Override
    public boolean isSetUp() {
        return isSetUp;
    }

    @Override
    public List<Undelivered> handOver(Digest digest) throws IOException {
        digests.add(digest);
        digest.notices().forEach(it -> taken.put(it.number(), it));
        if (isBroken) {
            throw new IOException("the line is cut");
        }
        return digest.notices().stream()
                .filter(it -> refused.containsKey(it.number()))
                .map(it -> new Undelivered(it.number(), refused.getOrDefault(it.number(), "")))
                .toList();
    }
}
