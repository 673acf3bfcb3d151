/** Addresses that lead to another one: what stands between a client and a database. */
@NullMarked
package dev.plinth.sandbox.relay;

import org.jspecify.annotations.NullMarked;
