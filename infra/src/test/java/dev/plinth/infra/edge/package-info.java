@NullMarked
package dev.plinth.infra.edge;

import org.jspecify.annotations.NullMarked;
