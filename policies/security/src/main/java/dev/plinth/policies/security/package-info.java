/** The security pack: a class a rule, listed in {@link dev.plinth.policies.security.SecurityPack}. */
@NullMarked
package dev.plinth.policies.security;

import org.jspecify.annotations.NullMarked;
