package gewu.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/// Keeps what matches the last few questions, as long as the index stays as it is: whoever turns a page, orders anew or
/// goes from hit to hit asks the same once more. Safe for all threads; two that ask the same at once both look.
final class KeptMatches {
    /// One takes a few megabytes where a hundred thousand paragraphs match.
    private static final int MOST = 4;

    private final SequencedMap<Asked, Matches> kept = new LinkedHashMap<>(MOST, 1, true);
    private IndexReader.@Nullable CacheKey state;

    /// What is asked.
    ///
    /// @param question  with all conditions
    /// @param isFolded  whether equal paragraphs are shown once
    /// @param isCounted whether facets are counted
    record Asked(Question question, boolean isFolded, boolean isCounted) {}

    /// Looks what matches.
    @FunctionalInterface
    interface Look {
        Matches find() throws IOException;
    }

    /// What is kept, or is found now.
    Matches of(DirectoryReader reader, Asked asked, Look look) throws IOException {
        IndexReader.CacheKey now = reader.getReaderCacheHelper().getKey();
        Matches known = known(now, asked);
        if (known != null) {
            return known;
        }
        Matches found = look.find();
        keep(now, asked, found);
        return found;
    }

    /// One that was counted also serves who asks for no counts.
    private synchronized @Nullable Matches known(IndexReader.CacheKey now, Asked asked) {
        if (state != now) {
            kept.clear();
            state = now;
        }
        Matches known = kept.get(asked);
        return known == null && !asked.isCounted()
                ? kept.get(new Asked(asked.question(), asked.isFolded(), true))
                : known;
    }

    private synchronized void keep(IndexReader.CacheKey now, Asked asked, Matches found) {
        if (state == now) {
            kept.put(asked, found);
            if (kept.size() > MOST) {
                kept.remove(kept.sequencedKeySet().getFirst());
            }
        }
    }
}
