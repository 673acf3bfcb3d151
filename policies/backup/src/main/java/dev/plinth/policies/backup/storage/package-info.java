/** Buckets and repositories: versions, copies and what deleting one leaves behind. */
@NullMarked
package dev.plinth.policies.backup.storage;

import org.jspecify.annotations.NullMarked;
