@NullMarked
package dev.plinth.infra.database;

import org.jspecify.annotations.NullMarked;
