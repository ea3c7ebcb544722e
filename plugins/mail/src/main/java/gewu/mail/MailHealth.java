package gewu.mail;

import gewu.api.WorkbenchException;
import gewu.api.workbench.HealthCheck;
import gewu.api.workbench.HealthFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks whether mail can go out as it is set up; it asks no server.
final class MailHealth implements HealthCheck {
    private static final String CHECKED = "mail";

    private final MailRoom room;

    MailHealth(MailRoom room) {
        this.room = room;
    }

    @Override
    public List<HealthFinding> check() {
        try {
            Optional<MailSettings> settings = MailSettings.in(room.folder());
            return settings.isEmpty()
                    ? List.of(new HealthFinding(
                            CHECKED, HealthFinding.State.WELL, "No mail server is set up, and no mail is sent.", ""))
                    : findings(settings.get(), AddressBook.in(room.folder()));
        } catch (WorkbenchException off) {
            return List.of(new HealthFinding(
                    CHECKED, HealthFinding.State.BROKEN, String.valueOf(off.getMessage()), off.remedy()));
        }
    }

    private List<HealthFinding> findings(MailSettings settings, AddressBook book) {
        List<HealthFinding> all = new ArrayList<>();
        if (!settings.user().isEmpty()) {
            settings.password();
        }
        settings.exposures().forEach(it -> all.add(warning(it.what(), it.remedy())));
        book.faults().forEach(it -> all.add(warning(it, "gewu mail shows the folder of the file.")));
        room.letters().refusals().stream()
                .filter(it -> book.has(it.address()))
                .forEach(it ->
                        all.add(warning(it.why(), "It is tried again tomorrow; gewu mail test tries it at once.")));
        room.letters()
                .open()
                .forEach(it -> all.add(warning(
                        "Nobody knows whether a letter to " + it.address() + " got out (" + it.id() + ").",
                        "It goes out again with the next round, as the same letter.")));
        if (all.isEmpty()) {
            all.add(new HealthFinding(
                    CHECKED,
                    HealthFinding.State.WELL,
                    "Mail goes out through " + settings.place() + " to " + book.size() + " addresses.",
                    ""));
        }
        return all;
    }

    private static HealthFinding warning(String detail, String remedy) {
        return new HealthFinding(CHECKED, HealthFinding.State.WARNING, detail, remedy);
    }
}
