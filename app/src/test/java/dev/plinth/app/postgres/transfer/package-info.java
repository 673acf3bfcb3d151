@NullMarked
package dev.plinth.app.postgres.transfer;

import org.jspecify.annotations.NullMarked;
