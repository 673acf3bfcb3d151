/** Keys, and what is done with them: sealing columns, looking sealed values up, hashing passwords and secrets. */
@NullMarked
package dev.plinth.app.crypto;

import org.jspecify.annotations.NullMarked;
