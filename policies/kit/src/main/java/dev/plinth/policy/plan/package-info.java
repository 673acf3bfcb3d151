/**
 * Plans that were written down: what a preview would make, or what a stack's state holds. So rules can be judged where
 * there is no engine.
 */
@NullMarked
package dev.plinth.policy.plan;

import org.jspecify.annotations.NullMarked;
