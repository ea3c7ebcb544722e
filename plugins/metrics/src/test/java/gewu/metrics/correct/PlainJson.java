package gewu.metrics.correct;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads JSON into maps, lists, texts and numbers, strictly.
final class PlainJson {
    private final String text;
    private int at;

    PlainJson(String text) {
        this.text = text;
    }

    @Nullable
    Object read() {
        Object value = value();
        space();
        if (at != text.length()) {
            throw new IllegalArgumentException("More behind the end, at " + at);
        }
        return value;
    }

    private @Nullable Object value() {
        space();
        return switch (text.charAt(at)) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> words();
            case 'n' -> {
                expect("null");
                yield null;
            }
            default -> number();
        };
    }

    private Map<String, @Nullable Object> map() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        expect("{");
        while (!isNext('}')) {
            String key = words();
            space();
            expect(":");
            map.put(key, value());
            isNext(',');
        }
        return map;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> list = new ArrayList<>();
        expect("[");
        while (!isNext(']')) {
            list.add(value());
            isNext(',');
        }
        return list;
    }

    private String words() {
        space();
        expect("\"");
        StringBuilder words = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c != '\\') {
                words.append(c);
            } else if (text.charAt(at) == 'u') {
                words.append((char) Integer.parseInt(text, at + 1, at + 5, 16));
                at += 5;
            } else {
                words.append(text.charAt(at++));
            }
        }
        at++;
        return words.toString();
    }

    private BigDecimal number() {
        int start = at;
        while (at < text.length() && "-0123456789.".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return new BigDecimal(text.substring(start, at));
    }

    private boolean isNext(char c) {
        space();
        boolean isNext = text.charAt(at) == c;
        if (isNext) {
            at++;
        }
        return isNext;
    }

    private void expect(String words) {
        if (!text.startsWith(words, at)) {
            throw new IllegalArgumentException("No " + words + " at " + at);
        }
        at += words.length();
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
