package gewu.problems;

/// A stretch of a [Scroll].
///
/// @param end exclusive
record Span(int start, int end) {
    int length() {
        return end - start;
    }

    boolean isEmpty() {
        return end <= start;
    }

    String in(String text) {
        return text.substring(start, end);
    }

    Span from(int at) {
        return new Span(Math.min(at, end), end);
    }

    Span to(int at) {
        return new Span(start, Math.max(at, start));
    }
}
