/** What the tests share: servers, a running app, a client. */
@NullMarked
package dev.plinth.app.support;

import org.jspecify.annotations.NullMarked;
