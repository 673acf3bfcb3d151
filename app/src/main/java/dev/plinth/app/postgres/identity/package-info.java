/** Users, sessions and keys in the database; what is personal is sealed here, and nowhere else in the clear. */
@NullMarked
package dev.plinth.app.postgres.identity;

import org.jspecify.annotations.NullMarked;
