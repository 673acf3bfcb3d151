@NullMarked
package dev.plinth.infra.image;

import org.jspecify.annotations.NullMarked;
