package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.kernel.word.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Whether people who read Chinese understand what is told of a file.
final class InChinese {
    private InChinese() {}

    /// Every sentence has a wording in the plugin under test, in the api or in the kernel.
    static void check(String sentences) {
        assertThat(catalogue().unknown(sentences))
                .as(
                        "sentences without Chinese: write each into src/main/resources/%s, with its Chinese below it",
                        Catalogue.PLACE)
                .isEmpty();
    }

    private static Catalogue catalogue() {
        try {
            return Catalogue.of(InChinese.class.getClassLoader());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
