/// What people see: commands for the terminal, views as plain data, health checks.
@NullMarked
package gewu.api.workbench;

import org.jspecify.annotations.NullMarked;
