package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.kernel.word.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Whether people who read Chinese understand what is told of a file.
final class InChinese {
    private InChinese() {}

    /// Every sentence has a wording in the plugin that `of` is a part of, in the api or in the kernel.
    static void check(Object of, String sentences) {
        assertThat(catalogue(of.getClass().getClassLoader()).unknown(sentences))
                .as(
                        "sentences without Chinese: write each into src/main/resources/%s, with its Chinese below it",
                        Catalogue.PLACE)
                .isEmpty();
    }

    private static Catalogue catalogue(ClassLoader rooms) {
        try {
            return Catalogue.of(rooms);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
