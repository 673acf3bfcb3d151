/** The network: address plan, subnets, routes and who may talk to whom. */
@NullMarked
package dev.plinth.infra.network;

import org.jspecify.annotations.NullMarked;
