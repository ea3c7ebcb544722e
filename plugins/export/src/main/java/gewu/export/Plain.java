package gewu.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// Values as plain text.
final class Plain {
    private Plain() {}

    /// Decimals without exponents, lists with commas.
    static String text(Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal.toPlainString();
            case List<?> list -> list.stream().map(Plain::text).collect(Collectors.joining(","));
            default -> value.toString();
        };
    }
}
