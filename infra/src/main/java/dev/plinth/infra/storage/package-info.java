/** Buckets: private, encrypted and versioned, all made the same way. */
@NullMarked
package dev.plinth.infra.storage;

import org.jspecify.annotations.NullMarked;
