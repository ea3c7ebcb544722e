package gewu.workbench.page;

/// How much is taken at once.
///
/// @param formBytes    of a form without files
/// @param fileBytes    of one file
/// @param requestBytes of all files of a request together
/// @param files        how many files a request may bring
/// @param fields       how many values a form may hold
/// @param streams      how many event streams a person may have open
/// @param atOnce       how many calls a person may make at once
/// @param perSecond    how many calls a person may make after that
record Limits(
        long formBytes,
        long fileBytes,
        long requestBytes,
        int files,
        int fields,
        int streams,
        int atOnce,
        double perSecond) {
    static final Limits USUAL = new Limits(4_000_000, 300_000_000, 1_000_000_000, 2_000, 5_000, 24, 400, 20);
}
