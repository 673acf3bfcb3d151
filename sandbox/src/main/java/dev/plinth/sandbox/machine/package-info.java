/** Processes that outlive the daemon: started detached, recognised again, supervised, and the addresses they listen on. */
@NullMarked
package dev.plinth.sandbox.machine;

import org.jspecify.annotations.NullMarked;
