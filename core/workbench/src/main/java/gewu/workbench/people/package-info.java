/// Who may come in: accounts, sessions, tokens, and the trail of what was done. Nothing here knows HTTP.
@NullMarked
package gewu.workbench.people;

import org.jspecify.annotations.NullMarked;
