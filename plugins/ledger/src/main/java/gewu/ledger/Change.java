package gewu.ledger;

/// One named value of a subject that became another; empty text stands for none.
record Change(String field, String before, String after) implements Comparable<Change> {
    Change {
        if (field.isEmpty() || before.equals(after)) {
            throw new IllegalArgumentException("No change: “" + field + "” from “" + before + "” to “" + after + "”");
        }
    }

    /// What takes it back.
    Change reversed() {
        return new Change(field, after, before);
    }

    @Override
    public int compareTo(Change other) {
        return field.compareTo(other.field);
    }
}
