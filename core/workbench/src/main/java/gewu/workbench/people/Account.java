package gewu.workbench.people;

import java.time.Instant;

/// Somebody who may come in.
public record Account(String name, Person.Standing standing, boolean isDisabled, Instant madeAt) {
    public Person person() {
        return new Person(name, standing);
    }
}
