/** Buckets: folders whose files are objects. */
@NullMarked
package dev.plinth.sandbox.bucket;

import org.jspecify.annotations.NullMarked;
