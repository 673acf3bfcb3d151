/** The load balancer process: its listeners, its routing, the health of its targets, and its control port. */
@NullMarked
package dev.plinth.sandbox.proxy.process;

import org.jspecify.annotations.NullMarked;
