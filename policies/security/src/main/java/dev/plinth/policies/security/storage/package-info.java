/** Buckets: who reads and writes them. */
@NullMarked
package dev.plinth.policies.security.storage;

import org.jspecify.annotations.NullMarked;
