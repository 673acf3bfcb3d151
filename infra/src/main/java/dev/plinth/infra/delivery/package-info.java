/** How continuous integration gets into the account: roles by OpenID Connect, no long-lived key. */
@NullMarked
package dev.plinth.infra.delivery;

import org.jspecify.annotations.NullMarked;
