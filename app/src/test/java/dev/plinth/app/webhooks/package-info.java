@NullMarked
package dev.plinth.app.webhooks;

import org.jspecify.annotations.NullMarked;
