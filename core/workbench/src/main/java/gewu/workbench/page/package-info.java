/// The workbench in a browser: pages made on the server, on loopback.
@NullMarked
package gewu.workbench.page;

import org.jspecify.annotations.NullMarked;
