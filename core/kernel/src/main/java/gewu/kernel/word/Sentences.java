package gewu.kernel.word;

import gewu.api.Label;
import gewu.api.Wording;
import gewu.kernel.plugin.Plugins;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in both languages what is kept in English, such as why a file could not be read. The catalogues of the house
/// and of all plugins that can work are read when the first sentence is asked for; no plugin is started for it.
///
/// Safe for all threads.
public final class Sentences implements Wording {
    private static final Logger LOG = LoggerFactory.getLogger(Sentences.class);

    private final Plugins plugins;
    private volatile @Nullable Known known;

    /// @param of the plugins whose sentences they are
    private record Known(List<String> of, Catalogue catalogue) {}

    public Sentences(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public Label label(String english) {
        return english.isBlank() ? Label.same(english) : new Label(catalogue().chinese(english), english);
    }

    @Override
    public Label onPage(String english) {
        return english.isBlank() ? Label.same(english) : catalogue().onPage(english);
    }

    /// A text in the language of this call of the program.
    public String told(String english) {
        return Locale.getDefault().getLanguage().equals("en")
                ? english
                : label(english).zh();
    }

    private Catalogue catalogue() {
        List<String> working = plugins.working();
        Known before = known;
        if (before != null && before.of().equals(working)) {
            return before.catalogue();
        }
        // A room whose file has a fault is passed over; its sentences stay English.
        Catalogue catalogue = Catalogue.ofSound(
                plugins.texts(Catalogue.PLACE),
                fault -> LOG.warn("Chinese sentences of a plugin are left out: {}", fault));
        known = new Known(working, catalogue);
        return catalogue;
    }
}
