package gewu.mail;

import gewu.api.WorkbenchException;
import gewu.ledger.channel.Digest;
import gewu.ledger.channel.Notice;
import gewu.ledger.channel.ReminderChannel;
import gewu.ledger.channel.Undelivered;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reminders by e-mail: one letter a round and address.
///
/// Each reminder goes once to each address. A letter is written down before it is sent and noted as sent after the
/// server took it. If the program is killed, or the connection breaks, between these two, nobody knows whether the
/// server has it: then the very same letter, with the same Message-ID and date, is sent again, so that servers and
/// readers see that it is the same. That is all that SMTP lets anybody promise. What the server refuses for sure goes
/// into a new letter with the next round; an address that it refuses for good is asked about once a day.
final class MailChannel implements ReminderChannel {
    private final MailRoom room;

    MailChannel(MailRoom room) {
        this.room = room;
    }

    /// Settings that are off are settings: somebody wants mail.
    @Override
    public boolean isSetUp() {
        try {
            return MailSettings.in(room.folder()).isPresent();
        } catch (WorkbenchException off) {
            return true;
        }
    }

    @Override
    public List<Undelivered> handOver(Digest digest) throws IOException {
        MailSettings settings = MailSettings.in(room.folder())
                .orElseThrow(() -> new IOException("No mail server is set up. gewu mail shows how."));
        Round round = new Round(settings, AddressBook.in(room.folder()), digest);
        try {
            return round.run();
        } finally {
            round.close();
        }
    }

    /// One handing over. For one thread.
    private final class Round {
        private final MailSettings settings;
        private final AddressBook book;
        private final Digest digest;
        private final LocalDate today;
        private final Map<String, String> refused;
        private final List<Undelivered> left = new ArrayList<>();
        private final Map<LetterTable.Part, String> failed = new HashMap<>();
        private Optional<Wire> wire = Optional.empty();

        Round(MailSettings settings, AddressBook book, Digest digest) {
            this.settings = settings;
            this.book = book;
            this.digest = digest;
            this.today = digest.day();
            this.refused = room.letters().refusedOn(today);
        }

        List<Undelivered> run() throws IOException {
            for (Letter it : room.letters().open()) {
                again(it);
            }
            Set<LetterTable.Part> known = room.letters()
                    .known(digest.notices().stream().map(Notice::number).collect(Collectors.toSet()));
            Map<String, Map<Long, LetterText.Parcel>> parcels = new LinkedHashMap<>();
            for (Notice notice : digest.notices()) {
                sort(notice, known, parcels);
            }
            for (Map.Entry<String, Map<Long, LetterText.Parcel>> it : parcels.entrySet()) {
                send(it.getKey(), it.getValue());
            }
            return left;
        }

        /// Sends a letter once more of which nobody knows whether the server took it before. So it
        /// stays the same letter even if the server refuses it now, until its address is nobody's any
        /// more.
        private void again(Letter it) throws IOException {
            if (!book.has(it.address())) {
                room.letters().refused(it);
                return;
            }
            String why = refused.getOrDefault(it.address(), "");
            if (why.isEmpty()) {
                why = send(it, true).orElse("");
            }
            if (!why.isEmpty()) {
                for (long number : room.letters().reminders(it)) {
                    failed.put(new LetterTable.Part(number, it.address()), why);
                }
            }
        }

        /// Puts a reminder to the addresses of those it is for.
        private void sort(
                Notice notice, Set<LetterTable.Part> known, Map<String, Map<Long, LetterText.Parcel>> parcels) {
            Set<String> whys = new LinkedHashSet<>();
            for (Notice.Recipient to : notice.recipients()) {
                AddressBook.Entry entry = book.of(to.party(), to.name());
                if (!entry.fault().isEmpty()) {
                    whys.add(entry.fault());
                }
                for (String address : entry.to()) {
                    LetterTable.Part part = new LetterTable.Part(notice.number(), address);
                    String why = failed.getOrDefault(part, refused.getOrDefault(address, ""));
                    if (known.contains(part) && !failed.containsKey(part)) {
                        continue;
                    }
                    if (!why.isEmpty()) {
                        whys.add(why);
                        continue;
                    }
                    parcels.computeIfAbsent(address, _ -> new LinkedHashMap<>())
                            .computeIfAbsent(notice.number(), _ -> new LetterText.Parcel(notice, new LinkedHashSet<>()))
                            .readers()
                            .add(to);
                }
            }
            whys.forEach(why -> left.add(new Undelivered(notice.number(), why)));
        }

        private void send(String address, Map<Long, LetterText.Parcel> parcels) throws IOException {
            LetterText text = new LetterText(today, List.copyOf(parcels.values()));
            Letter letter = new Letter(
                    UUID.randomUUID() + "@" + settings.sender().replaceFirst(".*@", ""),
                    address,
                    room.clock().instant().truncatedTo(ChronoUnit.SECONDS),
                    text.subject(),
                    text.words());
            Optional<String> gone = reach();
            if (gone.isEmpty()) {
                room.letters().begin(letter, parcels.keySet());
                gone = send(letter, false);
            }
            gone.ifPresent(why -> parcels.keySet().forEach(number -> left.add(new Undelivered(number, why))));
        }

        /// Sends what is written down.
        ///
        /// @param mayBeThere whether the server may have it already
        /// @return why it is not sent; empty if it is
        private Optional<String> send(Letter letter, boolean mayBeThere) throws IOException {
            Optional<String> gone = reach();
            if (gone.isPresent()) {
                return gone;
            }
            return switch (wire.orElseThrow().send(letter)) {
                case Wire.Sent.Taken() -> {
                    room.letters().sent(letter, today);
                    yield Optional.empty();
                }
                case Wire.Sent.Refused(String why, boolean isFinal) -> {
                    if (mayBeThere) {
                        room.letters().unclear(letter);
                    } else {
                        room.letters().refused(letter);
                    }
                    if (isFinal) {
                        room.letters().refuse(letter.address(), today, why);
                        refused.put(letter.address(), why);
                    }
                    yield Optional.of(why);
                }
                case Wire.Sent.Unclear(String why) -> {
                    room.letters().unclear(letter);
                    yield Optional.of(why);
                }
            };
        }

        private boolean wasReached;
        private String goneFor = "";

        /// Sees to it that there is a connection; one that broke is made again once for each letter.
        ///
        /// @return why there is none any more
        /// @throws IOException if there never was one
        private Optional<String> reach() throws IOException {
            if (!goneFor.isEmpty()) {
                return Optional.of(goneFor);
            }
            if (wire.filter(Wire::isOpen).isPresent()) {
                return Optional.empty();
            }
            close();
            try {
                wire = Optional.of(Wire.connect(settings));
                wasReached = true;
                return Optional.empty();
            } catch (IOException unreachable) {
                if (!wasReached) {
                    throw unreachable;
                }
                goneFor = String.valueOf(unreachable.getMessage());
                return Optional.of(goneFor);
            }
        }

        void close() {
            wire.ifPresent(Wire::close);
            wire = Optional.empty();
        }
    }
}
