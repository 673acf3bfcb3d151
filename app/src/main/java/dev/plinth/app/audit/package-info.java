/** The audit trail: reading it, and proving that nobody has altered it. */
@NullMarked
package dev.plinth.app.audit;

import org.jspecify.annotations.NullMarked;
