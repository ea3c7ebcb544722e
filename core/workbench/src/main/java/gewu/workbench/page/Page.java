package gewu.workbench.page;

import gewu.api.Label;
import gewu.workbench.people.Person;
import java.util.List;
import java.util.regex.Pattern;

/// What every page has round its content.
///
/// @param title    what the page shows, for the window's title
/// @param language `zh` or `en`
/// @param at       the part of the workbench that is open: `search`, `reports`, `plugins`, `jobs`, or a view's id
/// @param words    what the search box holds
/// @param other    the same page in the other language
/// @param views    all views, for the navigation
/// @param kept     what the search box sends along: the switches of the question before
/// @param frame    what stands round the page
public record Page(
        String title,
        String language,
        String at,
        String words,
        String other,
        List<ViewLink> views,
        List<SearchPage.Kept> kept,
        Frame frame) {
    private static final int LONGEST_SIGN = 20;
    private static final Pattern SIGN = Pattern.compile("[A-Za-z0-9.:-]+");

    public Page {
        kept = List.copyOf(kept);
        views = List.copyOf(views);
    }

    /// One of two texts, by the page's language.
    public String say(String zh, String en) {
        return language.equals("en") ? en : zh;
    }

    public String say(Label label) {
        return label.in(language);
    }

    /// What a screen reader is told of a navigation link.
    public String current(String part) {
        return part.equals(at) ? "page" : "false";
    }

    /// Whether words stay on one line wherever they stand: a date, a number, an id.
    public static boolean isOneSign(String words) {
        return words.length() <= LONGEST_SIGN && SIGN.matcher(words).matches();
    }

    /// What stands round a page.
    ///
    /// @param isPart  whether only the inner part is drawn
    /// @param isPlain whether the page stays as it is instead of becoming a workbench
    /// @param token   what a form sends along, so that no foreign page can send it
    /// @param edition changes with each version of scripts and styles
    public record Frame(boolean isPart, boolean isPlain, String token, String edition, Person person) {}

    /// A view in the navigation.
    public record ViewLink(String id, Label title) {}
}
