/** How the environment tells people that something is wrong. */
@NullMarked
package dev.plinth.infra.notices;

import org.jspecify.annotations.NullMarked;
