package gewu.api;

/// A short text shown to people, in Chinese and in English. Never stored: a label follows the language of the moment.
public record Label(String zh, String en) {

    /// A text that is the same in both languages, such as a name or a figure.
    public static Label same(String text) {
        return new Label(text, text);
    }

    /// The text in `language`, an ISO 639 code; anything but `en` is answered in Chinese.
    public String in(String language) {
        return language.equals("en") ? en : zh;
    }
}
