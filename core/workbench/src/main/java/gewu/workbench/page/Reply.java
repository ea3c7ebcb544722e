package gewu.workbench.page;

/// What a browser gets.
///
/// @param status   an HTTP status
/// @param type     a media type
/// @param body     text; for a redirect the place to go to
record Reply(int status, String type, String body) {
    private static final String HTML = "text/html; charset=utf-8";

    static Reply page(int status, String html) {
        return new Reply(status, HTML, html);
    }

    /// Sends the browser to another place of this workbench.
    static Reply elsewhere(String place) {
        return new Reply(302, HTML, place);
    }
}
