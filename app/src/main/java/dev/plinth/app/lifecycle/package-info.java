/** Whether the app has started, is ready, or is draining. */
@NullMarked
package dev.plinth.app.lifecycle;

import org.jspecify.annotations.NullMarked;
