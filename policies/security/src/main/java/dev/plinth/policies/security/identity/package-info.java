/** Identities, keys and secrets: who may do what. */
@NullMarked
package dev.plinth.policies.security.identity;

import org.jspecify.annotations.NullMarked;
