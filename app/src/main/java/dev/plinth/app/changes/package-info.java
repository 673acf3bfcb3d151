/** What was changed, by whom: kept in the same transaction as the change, for the audit trail and for events. */
@NullMarked
package dev.plinth.app.changes;

import org.jspecify.annotations.NullMarked;
