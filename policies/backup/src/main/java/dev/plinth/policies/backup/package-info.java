/** The backup pack: a class a rule, listed in {@link dev.plinth.policies.backup.BackupPack}. */
@NullMarked
package dev.plinth.policies.backup;

import org.jspecify.annotations.NullMarked;
