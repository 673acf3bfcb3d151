/** Makes the clients of the API from its description. */
@NullMarked
package dev.plinth.clients;

import org.jspecify.annotations.NullMarked;
