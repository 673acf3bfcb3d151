/** The Pulumi engine, driven by the Automation API. */
@NullMarked
package dev.plinth.ops.engine;

import org.jspecify.annotations.NullMarked;
