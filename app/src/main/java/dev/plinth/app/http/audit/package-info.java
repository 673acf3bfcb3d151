/** The audit trail over HTTP. */
@NullMarked
package dev.plinth.app.http.audit;

import org.jspecify.annotations.NullMarked;
