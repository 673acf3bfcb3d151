/** What those who operate an environment need: a place for their records, and where everything is. */
@NullMarked
package dev.plinth.infra.operations;

import org.jspecify.annotations.NullMarked;
