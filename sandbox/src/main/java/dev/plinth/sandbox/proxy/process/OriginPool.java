package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.CdnSettings;
import dev.plinth.sandbox.proxy.OriginSettings;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The origins of a CDN and its firewall's memory, kept from one configuration to the next where they stay the same. */
final class OriginPool {
    private final FirewallMemory memory = new FirewallMemory(Clock.systemUTC());
    private final Map<OriginSettings, Origin> origins = new HashMap<>();

    /** What a configuration needs; called by one thread at a time. */
    Routing.Cdn of(CdnSettings settings) {
        var via = "1.1 %s.cloudfront.net (CloudFront)".formatted(settings.id());
        var named = new HashMap<String, Origin>();
        for (var origin : settings.origins()) {
            named.put(origin.name(), origins.computeIfAbsent(origin, wanted -> make(wanted, via)));
        }
        origins.keySet().retainAll(settings.origins());
        var house = new Distributor.House(Map.copyOf(named), new ViewerEvents(settings.id()), via);
        return new Routing.Cdn(house, new Firewall(settings.rules(), memory));
    }

    Map<String, Long> counts() {
        return memory.counts();
    }

    private static Origin make(OriginSettings settings, String via) {
        return switch (settings) {
            case OriginSettings.Server server -> new ServerOrigin(server, via);
            case OriginSettings.Files files -> new FilesOrigin(files);
            case OriginSettings.Missing missing ->
                (request, body, forwarding) -> OriginAnswer.text(502, "text/plain", missing.reason());
        };
    }
}
