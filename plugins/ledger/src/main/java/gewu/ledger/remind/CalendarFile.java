package gewu.ledger.remind;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/// Writes an iCalendar file (RFC 5545): days of items as whole days, each with its alarms. Nothing is kept in memory.
public final class CalendarFile {
    private static final int OCTETS = 75;
    private static final int MORNING = 9;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final OutputStream out;
    private final String stamp;
    private boolean isEmpty = true;

    /// @param now when the file is made
    public CalendarFile(OutputStream out, Instant now) {
        this.out = out;
        this.stamp = UTC.format(now);
    }

    /// The head; entries follow, then [#end].
    public void begin(String title) throws IOException {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Gewu//Ledger//ZH");
        line("CALSCALE:GREGORIAN");
        line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        line("X-WR-CALNAME:" + escaped(title));
    }

    public void add(CalendarEntry it) throws IOException {
        isEmpty = false;
        line("BEGIN:VEVENT");
        line("UID:" + escaped(it.uid()));
        line("DTSTAMP:" + stamp);
        line("SEQUENCE:" + it.moved());
        line("DTSTART;VALUE=DATE:" + DAY.format(it.day()));
        line("DTEND;VALUE=DATE:" + DAY.format(it.day().plusDays(1)));
        line("SUMMARY:" + escaped(it.summary()));
        line("DESCRIPTION:" + escaped(it.description()));
        if (!it.categories().isEmpty()) {
            line("CATEGORIES:"
                    + it.categories().stream().map(CalendarFile::escaped).collect(Collectors.joining(",")));
        }
        line("TRANSP:TRANSPARENT");
        for (int days : it.alarms()) {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line("DESCRIPTION:" + escaped(it.summary()));
            line("TRIGGER:" + trigger(days));
            line("END:VALARM");
        }
        line("END:VEVENT");
    }

    /// A calendar holds at least one component: without entries, the time zone of those who would have written them.
    public void end() throws IOException {
        if (isEmpty) {
            line("BEGIN:VTIMEZONE");
            line("TZID:Asia/Shanghai");
            line("BEGIN:STANDARD");
            line("DTSTART:19700101T000000");
            line("TZOFFSETFROM:+0800");
            line("TZOFFSETTO:+0800");
            line("END:STANDARD");
            line("END:VTIMEZONE");
        }
        line("END:VCALENDAR");
    }

    /// At nine in the morning, so many days before the day begins.
    private static String trigger(int days) {
        return days == 0
                ? "PT" + MORNING + "H"
                : days == 1 ? "-PT" + (24 - MORNING) + "H" : "-P" + (days - 1) + "DT" + (24 - MORNING) + "H";
    }

    /// A value as TEXT has it; control characters are no text.
    private static String escaped(String words) {
        StringBuilder text = new StringBuilder(words.length() + 8);
        words.replace("\r\n", "\n").codePoints().forEach(it -> {
            switch (it) {
                case '\\' -> text.append("\\\\");
                case ';' -> text.append("\\;");
                case ',' -> text.append("\\,");
                case '\n', '\r', 0x2028, 0x2029 -> text.append("\\n");
                default -> {
                    boolean isHalf = it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE;
                    text.appendCodePoint(isHalf ? 0xFFFD : Character.isISOControl(it) ? ' ' : it);
                }
            }
        });
        return text.toString();
    }

    /// A line of any length, folded so that none has more than 75 octets and no character is parted.
    private void line(String words) throws IOException {
        int used = 0;
        for (int i = 0; i < words.length(); ) {
            int code = words.codePointAt(i);
            byte[] bytes = Character.toString(code).getBytes(StandardCharsets.UTF_8);
            if (used + bytes.length > OCTETS) {
                out.write(new byte[] {'\r', '\n', ' '});
                used = 1;
            }
            out.write(bytes);
            used += bytes.length;
            i += Character.charCount(code);
        }
        out.write(new byte[] {'\r', '\n'});
    }
}
