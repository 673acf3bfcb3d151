/** What Kubernetes resources do in the sandbox. */
@NullMarked
package dev.plinth.sandbox.kubernetes;

import org.jspecify.annotations.NullMarked;
