/** Encryption keys, one a purpose. */
@NullMarked
package dev.plinth.infra.keys;

import org.jspecify.annotations.NullMarked;
