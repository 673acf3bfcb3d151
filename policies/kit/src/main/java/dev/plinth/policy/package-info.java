/** Policy packs for Pulumi, written in Java: rules, what they read, and how they are judged. */
@NullMarked
package dev.plinth.policy;

import org.jspecify.annotations.NullMarked;
