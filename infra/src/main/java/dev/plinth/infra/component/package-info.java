/** What all components share: where they live and what they are called. */
@NullMarked
package dev.plinth.infra.component;

import org.jspecify.annotations.NullMarked;
