package gewu.testkit;

import java.util.Optional;
import java.util.SplittableRandom;

/// The figures of one sentence; those that belong together add up: `now` is `before` with `change`, `part` and `rest`
/// make `spent`. Amounts are kept in hundredths.
final class Figures {
    private final SplittableRandom random;
    private final boolean hasSeparators;
    private final long before;
    private final long now;
    private final long spent;
    private final long part;

    Figures(SplittableRandom random) {
        this.random = random;
        this.hasSeparators = random.nextInt(3) == 0;
        this.before = 100 + random.nextLong(random.nextBoolean() ? 50_000 : 900_000);
        this.now = Math.max(1, before + before * (random.nextLong(121) - 50) / 100 + 1);
        this.spent = now * (80 + random.nextLong(21)) / 100;
        this.part = spent * (20 + random.nextLong(60)) / 100;
    }

    /// The figure with this name, written out.
    Optional<String> find(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "now" -> amount(now);
                    case "before" -> amount(before);
                    case "change" -> amount(Math.abs(now - before));
                    case "spent" -> amount(spent);
                    case "part" -> amount(part);
                    case "rest" -> amount(spent - part);
                    case "rate" -> percent((Math.abs(now - before) * 10_000 + before / 2) / before);
                    case "done" -> percent((spent * 10_000 + now / 2) / now);
                    case "rises" -> now >= before ? "增加" : "减少";
                    case "goes" -> now >= before ? "上升" : "下降";
                    case "small" -> amount(1 + random.nextLong(20_000));
                    case "percent" -> percent(8_000 + random.nextLong(2_001));
                    case "low" -> percent(2_000 + random.nextLong(4_000));
                    case "small_rate" -> percent(1 + random.nextLong(4_500));
                    case "score" -> decimal(8_500 + random.nextLong(1_501));
                    case "grade" -> random.nextInt(3) == 0 ? "良好" : "优秀";
                    case "n" -> String.valueOf(2 + random.nextInt(60));
                    case "few" -> String.valueOf(2 + random.nextInt(8));
                    case "many" -> whole(100 + random.nextLong(20_000));
                    case "month" -> String.valueOf(1 + random.nextInt(12));
                    case "day" -> String.valueOf(1 + random.nextInt(28));
                    default -> null;
                });
    }

    private String amount(long hundredths) {
        long fraction = hundredths % 100;
        String dot = fraction == 0 ? "" : decimalPlaces(fraction);
        return whole(hundredths / 100) + dot;
    }

    private static String decimalPlaces(long fraction) {
        return fraction % 10 == 0 ? "." + fraction / 10 : (fraction < 10 ? ".0" : ".") + fraction;
    }

    private String whole(long number) {
        if (!hasSeparators || number < 1_000) {
            return String.valueOf(number);
        }
        String last = String.valueOf(1_000 + number % 1_000).substring(1);
        return number / 1_000 + "," + last;
    }

    private static String decimal(long hundredths) {
        long fraction = hundredths % 100;
        return fraction == 0 ? String.valueOf(hundredths / 100) : hundredths / 100 + decimalPlaces(fraction);
    }

    private static String percent(long hundredths) {
        return decimal(hundredths) + "%";
    }
}
