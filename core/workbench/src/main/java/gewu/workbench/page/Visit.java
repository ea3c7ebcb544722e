package gewu.workbench.page;

import gewu.workbench.people.Person;

/// Somebody at the door.
///
/// @param person    who it is
/// @param token     what forms send along, so that no foreign page can post them; empty if nothing may be posted
/// @param address   the network address
/// @param session   the secret of the session; empty if there is none
/// @param isProgram whether a program came with a token of its own, which no foreign page can make a browser send
record Visit(Person person, String token, String address, String session, boolean isProgram) {
    boolean isStranger() {
        return person.standing() == Person.Standing.STRANGER;
    }
}
