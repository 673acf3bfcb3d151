/** What goes on when a zone or a machine is gone. */
@NullMarked
package dev.plinth.policies.backup.resilience;

import org.jspecify.annotations.NullMarked;
