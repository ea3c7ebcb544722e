package gewu.ledger.remind;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads an iCalendar file as RFC 5545 asks, and refuses what does not keep to it; only what a ledger writes is known.
public final class CalendarRules {
    private static final int OCTETS = 75;
    private static final Pattern LINE = Pattern.compile("([A-Z-]+)((?:;[A-Z-]+=[A-Za-z0-9]+)*):(.*)");
    private static final Pattern TEXT = Pattern.compile("(?:[^\\\\;,\\p{Cntrl}]|\\\\[\\\\;,nN])*");
    private static final Set<String> TEXTS = Set.of("UID", "SUMMARY", "DESCRIPTION", "X-WR-CALNAME", "CATEGORIES");
    private static final Set<String> ONCE = Set.of(
            "UID",
            "DTSTAMP",
            "DTSTART",
            "DTEND",
            "SUMMARY",
            "DESCRIPTION",
            "SEQUENCE",
            "TRIGGER",
            "ACTION",
            "VERSION",
            "PRODID");
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "VCALENDAR", Set.of("VERSION", "PRODID"),
            "VEVENT", Set.of("UID", "DTSTAMP", "DTSTART"),
            "VALARM", Set.of("ACTION", "TRIGGER", "DESCRIPTION"),
            "VTIMEZONE", Set.of("TZID"),
            "STANDARD", Set.of("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"));
    private static final Map<String, String> INSIDE = Map.of(
            "VCALENDAR",
            "",
            "VEVENT",
            "VCALENDAR",
            "VALARM",
            "VEVENT",
            "VTIMEZONE",
            "VCALENDAR",
            "STANDARD",
            "VTIMEZONE");

    private final List<Map<String, String>> events = new ArrayList<>();
    private final Set<String> uids = new HashSet<>();

    /// @throws AssertionError if the file is off; it says where
    public CalendarRules(byte[] file) {
        Deque<String> open = new ArrayDeque<>();
        Deque<Map<String, String>> values = new ArrayDeque<>();
        boolean isOver = false;
        for (String line : lines(file)) {
            Matcher parts = LINE.matcher(line);
            check(parts.matches(), "no content line: " + line);
            check(!isOver, "behind the end: " + line);
            String name = parts.group(1);
            String value = parts.group(3);
            if (name.equals("BEGIN")) {
                check(INSIDE.getOrDefault(value, "?").equals(open.isEmpty() ? "" : open.peek()), "misplaced " + value);
                open.push(value);
                values.push(new HashMap<>());
            } else if (name.equals("END")) {
                check(value.equals(open.peek()), "END:" + value + " closes " + open.peek());
                open.pop();
                end(value, values.pop(), values);
                isOver = open.isEmpty();
            } else {
                check(!open.isEmpty(), "outside of the calendar: " + line);
                check(
                        !TEXTS.contains(name)
                                || TEXT.matcher(name.equals("CATEGORIES") ? value.replaceAll("(?<!\\\\),", "") : value)
                                        .matches(),
                        "no TEXT: " + line);
                String before = values.element().put(name, value);
                check(before == null || !ONCE.contains(name), name + " twice");
            }
        }
        check(isOver, "the calendar does not end");
    }

    /// The entries, each with its properties and, under `alarms`, its triggers.
    public List<Map<String, String>> events() {
        return List.copyOf(events);
    }

    private void end(String component, Map<String, String> own, Deque<Map<String, String>> around) {
        for (String name : NEEDED.getOrDefault(component, Set.of())) {
            check(!own.getOrDefault(name, "").isEmpty(), component + " lacks " + name);
        }
        switch (component) {
            case "VCALENDAR" -> check(own.getOrDefault("VERSION", "").equals("2.0"), "VERSION");
            case "VALARM" -> {
                String trigger = own.getOrDefault("TRIGGER", "");
                check(trigger.matches("-?P(\\d+D)?(T\\d+H)?") && trigger.matches(".*\\d.*"), "TRIGGER " + trigger);
                check(own.getOrDefault("ACTION", "").equals("DISPLAY"), "ACTION");
                around.element().merge("alarms", trigger, (all, next) -> all + " " + next);
            }
            case "VTIMEZONE", "STANDARD" -> {
                // It has what it needs.
            }
            default -> {
                check(uids.add(own.getOrDefault("UID", "")), "UID twice: " + own.get("UID"));
                check(own.getOrDefault("DTSTAMP", "").matches("\\d{8}T\\d{6}Z"), "DTSTAMP is no time in UTC");
                check(day(own.getOrDefault("DTEND", "")).isAfter(day(own.getOrDefault("DTSTART", ""))), "DTEND");
                check(own.getOrDefault("SEQUENCE", "0").matches("\\d+"), "SEQUENCE");
                events.add(own);
            }
        }
    }

    private static LocalDate day(String value) {
        check(value.matches("\\d{8}"), "no DATE: " + value);
        return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
    }

    /// Content lines, unfolded.
    private static List<String> lines(byte[] file) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < file.length; i++) {
            check(file[i] != '\n' || (i > 0 && file[i - 1] == '\r'), "a line that does not end in CR LF");
            if (file[i] == '\n') {
                check(i - 1 - from <= OCTETS, "a line of " + (i - 1 - from) + " octets");
                String line = text(file, from, i - 1);
                if (line.startsWith(" ")) {
                    check(!lines.isEmpty(), "folded from nothing");
                    lines.add(lines.removeLast() + line.substring(1));
                } else {
                    lines.add(line);
                }
                from = i + 1;
            }
        }
        check(from == file.length, "the last line does not end");
        return lines;
    }

    /// Strictly UTF-8, so that a character parted by folding is seen.
    private static String text(byte[] file, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file, from, to - from))
                    .toString();
        } catch (CharacterCodingException parted) {
            throw new AssertionError("not UTF-8 from octet " + from, parted);
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
