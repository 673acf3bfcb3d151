/** Access tokens: signed by keys of the app's own, which come and go by themselves. */
@NullMarked
package dev.plinth.app.tokens;

import org.jspecify.annotations.NullMarked;
