@NullMarked
package dev.plinth.app.domains;

import org.jspecify.annotations.NullMarked;
