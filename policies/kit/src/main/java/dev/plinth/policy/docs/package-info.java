/** Pages about rules, written from the rules themselves. */
@NullMarked
package dev.plinth.policy.docs;

import org.jspecify.annotations.NullMarked;
