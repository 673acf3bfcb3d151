/** The load balancer: its configuration, the process that serves it, and the client that steers that process. */
@NullMarked
package dev.plinth.sandbox.proxy;

import org.jspecify.annotations.NullMarked;
