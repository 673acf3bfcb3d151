@NullMarked
package dev.plinth.clients;

import org.jspecify.annotations.NullMarked;
