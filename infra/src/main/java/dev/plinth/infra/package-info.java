/** The Pulumi program: start at {@link dev.plinth.infra.Platform}. */
@NullMarked
package dev.plinth.infra;

import org.jspecify.annotations.NullMarked;
