package dev.plinth.infra.network;

import dev.plinth.infra.config.Section;
import java.util.HashSet;
import java.util.List;

/** The network's size: its addresses, its zones and its ways out. */
public record NetworkSpec(Cidr cidr, List<Zone> zones, NatGateways natGateways, boolean interfaceEndpoints) {
    private static final int ZONES_MIN = 2;
    private static final int ZONES_MAX = 6;

    public NetworkSpec {
        zones = List.copyOf(zones);
    }

    /** Zones are written down instead of asked for, so that one which AWS adds later changes nothing. */
    public static NetworkSpec read(Section settings, String region) {
        var zones = settings.list("zones", Zone.shape(region), ZONES_MIN, ZONES_MAX);
        if (new HashSet<>(zones).size() != zones.size()) {
            settings.report("zones", "each zone once", "remove what is there twice");
        }
        var spec = new NetworkSpec(
                settings.required("cidr", Cidr.shape()),
                zones,
                settings.choice("natGateways", NatGateways.class, NatGateways.PER_ZONE),
                settings.flag("interfaceEndpoints", true));
        if (spec.natGateways == NatGateways.NONE && !spec.interfaceEndpoints) {
            settings.report(
                    "interfaceEndpoints",
                    "true without NAT gateways, as nodes reach AWS in no other way",
                    "leave it out, or set natGateways to one");
        }
        return spec;
    }
}
