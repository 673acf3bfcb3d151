/** The static site: where its releases are kept, and which of them is live. */
@NullMarked
package dev.plinth.infra.site;

import org.jspecify.annotations.NullMarked;
