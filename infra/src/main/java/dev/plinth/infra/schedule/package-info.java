/** When AWS may do its own work on the data stores. */
@NullMarked
package dev.plinth.infra.schedule;

import org.jspecify.annotations.NullMarked;
