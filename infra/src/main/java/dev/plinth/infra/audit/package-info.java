/** Who did what in the account, what looks like an attack, and the guards that AWS has for a whole account. */
@NullMarked
package dev.plinth.infra.audit;

import org.jspecify.annotations.NullMarked;
