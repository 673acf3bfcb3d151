/** Databases and caches: copies, backups and what deleting one leaves behind. */
@NullMarked
package dev.plinth.policies.backup.database;

import org.jspecify.annotations.NullMarked;
