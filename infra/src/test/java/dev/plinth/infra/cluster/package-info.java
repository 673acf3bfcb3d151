@NullMarked
package dev.plinth.infra.cluster;

import org.jspecify.annotations.NullMarked;
