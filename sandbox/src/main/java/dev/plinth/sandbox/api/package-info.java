/** AWS's own APIs, as far as the sandbox serves them: what a client of AWS asks about the resources that run here. */
@NullMarked
package dev.plinth.sandbox.api;

import org.jspecify.annotations.NullMarked;
