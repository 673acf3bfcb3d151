/** What follows from several resources at once: the load balancers' configuration, as a function of the state. */
@NullMarked
package dev.plinth.sandbox.reconcile;

import org.jspecify.annotations.NullMarked;
