/** How settings are read: all of them, and every problem at once. */
@NullMarked
package dev.plinth.infra.config;

import org.jspecify.annotations.NullMarked;
