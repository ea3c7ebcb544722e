package gewu.ledger;

/// How the subjects of the ledger are named. What stands before the last number is the series.
final class Ids {
    static final String ITEM = "ZG-";
    static final String REMEDY = "CS-";
    static final String UNIT = "DW-";
    static final String PERSON = "RY-";
    static final String FAMILY = "ZQ-";
    static final String CAMPAIGN = "ZX-";

    private static final int DIGITS = 4;
    private static final int REMEDY_DIGITS = 6;

    private Ids() {}

    /// The series of the items of a unit and a year: `ZG-2024-0007-`.
    static String items(String year, String unit) {
        return ITEM + year + "-" + unit.substring(unit.indexOf('-') + 1) + "-";
    }

    /// What stands in an item's id for its unit: `0007` of `ZG-2024-0007-0012`.
    static String unitOf(String item) {
        String[] parts = item.split("-");
        return parts.length == 4 ? parts[2] : "";
    }

    /// The next id of a series.
    ///
    /// @param last the last one; empty if there is none
    static String next(String series, String last) {
        int digits = series.equals(REMEDY) ? REMEDY_DIGITS : DIGITS;
        long number = last.isEmpty() ? 0 : Long.parseLong(last.substring(series.length()));
        return series + String.format(java.util.Locale.ROOT, "%0" + digits + "d", number + 1);
    }
}
