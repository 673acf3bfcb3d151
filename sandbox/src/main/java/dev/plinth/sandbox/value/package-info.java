/** Property values as the engine sends them: unknowns, secrets, assets, outputs and references included. */
@NullMarked
package dev.plinth.sandbox.value;

import org.jspecify.annotations.NullMarked;
