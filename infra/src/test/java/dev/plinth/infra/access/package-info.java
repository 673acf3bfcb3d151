@NullMarked
package dev.plinth.infra.access;

import org.jspecify.annotations.NullMarked;
