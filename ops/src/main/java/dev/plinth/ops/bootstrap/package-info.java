/** What a stack's account needs before Pulumi can keep any state in it. */
@NullMarked
package dev.plinth.ops.bootstrap;

import org.jspecify.annotations.NullMarked;
