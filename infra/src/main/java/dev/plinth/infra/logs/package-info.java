/** Where logs are kept, and for how long. */
@NullMarked
package dev.plinth.infra.logs;

import org.jspecify.annotations.NullMarked;
