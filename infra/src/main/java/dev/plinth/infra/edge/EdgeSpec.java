package dev.plinth.infra.edge;

import dev.plinth.infra.config.Section;

/** How the site and the API are reached from outside. */
public record EdgeSpec(Domain domain, FirewallSpec firewall, Reach reach, boolean deletionProtection) {

    public static EdgeSpec read(Section settings) {
        return new EdgeSpec(
                Domain.read(settings),
                FirewallSpec.read(settings.section("waf")),
                Reach.read(settings),
                settings.safeguard("deletionProtection", "one wrong 'pulumi destroy' takes the API off the internet"));
    }
}
