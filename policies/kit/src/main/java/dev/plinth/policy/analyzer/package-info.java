/**
 * The engine's side: a policy pack as a process that the Pulumi CLI starts and talks to. {@link
 * dev.plinth.policy.analyzer.PolicyServer} is its only public type, and no other package knows gRPC.
 */
@NullMarked
package dev.plinth.policy.analyzer;

import org.jspecify.annotations.NullMarked;
