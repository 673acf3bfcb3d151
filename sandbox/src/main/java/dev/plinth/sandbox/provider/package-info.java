/** The engine's side: serves the provider protocol and is the only package that sees it. */
@NullMarked
package dev.plinth.sandbox.provider;

import org.jspecify.annotations.NullMarked;
