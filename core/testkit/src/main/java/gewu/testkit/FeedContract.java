package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.Feed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [Feed] must do. Extend it in the feed's own package and add cases of your own.
public abstract class FeedContract {
    /// The feed under test, over data that does not change and a clock that stands still.
    protected abstract Feed feed();

    /// The parameters it is fetched with.
    protected List<Map<String, String>> parameters() {
        return List.of(Map.of());
    }

    /// What it writes, as UTF-8.
    protected final String written(Map<String, String> parameters) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        feed().write(parameters, "zh", out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theSameDataGiveTheSameFileTwice() throws IOException {
        for (Map<String, String> each : parameters()) {
            assertThat(written(each)).isNotEmpty().isEqualTo(written(each));
        }
    }

    @Test
    void theStreamIsLeftOpen() throws IOException {
        boolean[] isClosed = new boolean[1];
        try (OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                isClosed[0] = true;
            }
        }) {
            feed().write(parameters().getFirst(), "en", out);
            assertThat(isClosed[0]).isFalse();
        }
    }

    @Test
    void oneFeedServesFourThreads() throws Exception {
        Map<String, String> first = parameters().getFirst();
        FourThreads.allGet(written(first), () -> written(first));
    }
}
