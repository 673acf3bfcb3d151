/** Where requests come in: certificate, load balancer, target groups. */
@NullMarked
package dev.plinth.infra.edge;

import org.jspecify.annotations.NullMarked;
