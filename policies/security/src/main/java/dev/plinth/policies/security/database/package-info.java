/** Databases and caches: who reads their data, on disk and on the way. */
@NullMarked
package dev.plinth.policies.security.database;

import org.jspecify.annotations.NullMarked;
