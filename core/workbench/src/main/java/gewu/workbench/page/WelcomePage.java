package gewu.workbench.page;

import java.util.List;

/// What the first page says: what is there, and for each kind of user the first five minutes.
///
/// @param totals what the workspace holds, in one sentence
public record WelcomePage(long reports, String totals, List<User> users) {
    public WelcomePage {
        users = List.copyOf(users);
    }

    /// A kind of user.
    public record User(String id, String title, String about, List<Step> steps) {
        public User {
            steps = List.copyOf(steps);
        }
    }

    /// Something to try.
    public record Step(String title, String about, String address) {}
}
