@NullMarked
package dev.plinth.app.postgres.search;

import org.jspecify.annotations.NullMarked;
