@NullMarked
package dev.plinth.app.redis;

import org.jspecify.annotations.NullMarked;
