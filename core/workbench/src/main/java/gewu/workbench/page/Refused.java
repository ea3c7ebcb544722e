package gewu.workbench.page;

import gewu.api.Label;

/// Says that somebody may not, or has to wait. It is written down in the trail.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Label words;
    private final transient Label remedy;

    /// @param status an HTTP status
    Refused(int status, Label words, Label remedy) {
        super(words.en(), null, false, false);
        this.status = status;
        this.words = words;
        this.remedy = remedy;
    }

    int status() {
        return status;
    }

    Label words() {
        return words;
    }

    Label remedy() {
        return remedy;
    }

    static Refused notOurs() {
        return new Refused(
                403,
                new Label("这个请求不是从本工作台的页面发出的。", "This request did not come from a page of this workbench."),
                new Label("请刷新页面后再试。", "Load the page anew, and try again."));
    }

    static Refused stranger() {
        return new Refused(
                401, new Label("请先登录。", "Log in first."), new Label("登录页：/login", "The page to do so is /login."));
    }

    static Refused tooMuch(String zh, String en) {
        return new Refused(413, new Label(zh, en), new Label("请分几次提交。", "Send it in several parts."));
    }
}
