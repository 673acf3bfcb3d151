/** Backup plans, vaults, keys and secrets: that what is kept can be got back. */
@NullMarked
package dev.plinth.policies.backup.recovery;

import org.jspecify.annotations.NullMarked;
