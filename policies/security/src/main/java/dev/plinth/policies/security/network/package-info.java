/** Networks and machines: what of them is open to whom. */
@NullMarked
package dev.plinth.policies.security.network;

import org.jspecify.annotations.NullMarked;
