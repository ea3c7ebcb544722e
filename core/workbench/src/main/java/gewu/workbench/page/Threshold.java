package gewu.workbench.page;

import gewu.api.Label;
import gewu.workbench.people.Pace;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What each request has to pass before anything is done for it. Safe for all threads.
final class Threshold {
    /// Addresses that a stranger may ask for.
    private static final Set<String> OPEN = Set.of("/login", "/logout");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final Doorkeeper doorkeeper;
    private final Limits limits;
    private final Pace pace;

    Threshold(Doorkeeper doorkeeper, Limits limits) {
        this.doorkeeper = doorkeeper;
        this.limits = limits;
        this.pace = new Pace(Clock.systemUTC(), limits.atOnce(), limits.perSecond());
    }

    /// @throws Refused if the request may not come in
    void check(Context context, Visit visit, boolean isPost) {
        boolean isOpen =
                OPEN.contains(context.path()) || !isPost && context.path().startsWith("/lib/");
        if (visit.isStranger() && !isOpen) {
            throw visit.isProgram() ? unknownToken() : Refused.stranger();
        }
        boolean isForPrograms = context.path().startsWith("/api/")
                || context.path().equals("/events")
                || context.path().startsWith("/do/");
        if ((isPost || isForPrograms) && isForeign(context)) {
            throw Refused.notOurs();
        }
        if (isPost) {
            checkSize(context);
            if (!visit.isProgram() && !isOurs(context, visit)) {
                throw Refused.notOurs();
            }
        }
        if (doorkeeper.asks()
                && (isPost || isForPrograms)
                && !pace.takes(visit.person().name() + visit.address())) {
            throw new Refused(
                    429,
                    new Label("请求过于频繁。", "These are too many requests."),
                    new Label("请过一分钟再试。", "Try again in a minute."));
        }
    }

    private boolean isOurs(Context context, Visit visit) {
        return Uploads.read(() -> doorkeeper.isOurs(context, visit));
    }

    private void checkSize(Context context) {
        long length = context.req().getContentLengthLong();
        boolean hasFiles = Optional.ofNullable(context.contentType())
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
        if (length < 0 && context.header("Transfer-Encoding") != null) {
            throw new Refused(
                    411,
                    new Label("请求没有写明大小。", "The request does not say how long it is."),
                    new Label("请写明 Content-Length。", "Send it with Content-Length."));
        }
        if (length > (hasFiles ? limits.requestBytes() : limits.formBytes())) {
            throw hasFiles
                    ? Refused.tooMuch(
                            "一次提交的文件超过 " + limits.requestBytes() / 1_000_000 + " MB。",
                            "The files are more than " + limits.requestBytes() / 1_000_000 + " MB together.")
                    : Refused.tooMuch("表单太大。", "The form is too large.");
        }
    }

    /// Whether a browser says that a page from elsewhere made it ask.
    private static boolean isForeign(Context context) {
        @Nullable String site = context.header("Sec-Fetch-Site");
        if (site != null && !OURS.contains(site)) {
            return true;
        }
        @Nullable String origin = context.header("Origin");
        if (origin == null || "null".equals(origin) && "same-origin".equals(site)) {
            return false;
        }
        @Nullable String host = context.header("Host");
        try {
            @Nullable String from = URI.create(origin).getRawAuthority();
            return from == null || host == null || !from.equalsIgnoreCase(host);
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    private static Refused unknownToken() {
        return new Refused(
                401,
                new Label("令牌无效或已作废。", "This token is unknown or was revoked."),
                new Label("在“我的账号”里生成新的令牌。", "Make a new one on the page of your account."));
    }
}
