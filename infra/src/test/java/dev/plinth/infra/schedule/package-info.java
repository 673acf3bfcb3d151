@NullMarked
package dev.plinth.infra.schedule;

import org.jspecify.annotations.NullMarked;
