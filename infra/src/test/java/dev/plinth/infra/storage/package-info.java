@NullMarked
package dev.plinth.infra.storage;

import org.jspecify.annotations.NullMarked;
