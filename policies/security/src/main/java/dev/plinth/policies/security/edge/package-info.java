/** The way in: load balancers, firewall, certificates, CDN and DNS. */
@NullMarked
package dev.plinth.policies.security.edge;

import org.jspecify.annotations.NullMarked;
