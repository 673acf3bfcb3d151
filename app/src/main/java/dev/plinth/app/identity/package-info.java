/** Users, the sessions that they sign in to, and the keys that their programs call with. */
@NullMarked
package dev.plinth.app.identity;

import org.jspecify.annotations.NullMarked;
