/** What is recorded, watched and told. */
@NullMarked
package dev.plinth.policies.security.audit;

import org.jspecify.annotations.NullMarked;
