/// How a file becomes a report: importers read it, a sectioner cuts it, and [gewu.api.intake.Intake] brings it in.
@NullMarked
package gewu.api.intake;

import org.jspecify.annotations.NullMarked;
