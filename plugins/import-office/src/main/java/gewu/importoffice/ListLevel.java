package gewu.importoffice;

/// How one level of a list is numbered.
///
/// @param start    the first number
/// @param format   how the number is written, by Word's name
/// @param pattern  the label, in which `%1` stands for the number of the first level
/// @param follower what parts label and words: `tab`, `space` or `nothing`
/// @param restart  begins anew after a number of this level or one above, from 1; 0 for never, -1 for every level above
/// @param isLegal  whether all numbers of the label are written in Arabic figures
record ListLevel(int start, String format, String pattern, String follower, int restart, boolean isLegal) {
    static final ListLevel PLAIN = new ListLevel(1, "none", "", "nothing", -1, false);

    ListLevel startingAt(int number) {
        return new ListLevel(number, format, pattern, follower, restart, isLegal);
    }
}
