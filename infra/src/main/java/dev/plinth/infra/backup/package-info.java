/** Backups that outlive mistakes, intruders and a region: AWS Backup's vaults, plan, tests and reports. */
@NullMarked
package dev.plinth.infra.backup;

import org.jspecify.annotations.NullMarked;
