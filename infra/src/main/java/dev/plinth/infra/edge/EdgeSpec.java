package dev.plinth.infra.edge;

import dev.plinth.infra.config.Section;
import java.util.List;

/** How the API is reached from outside. */
public record EdgeSpec(Domain domain, int port, int redirectPort, TlsPolicy tlsPolicy, boolean deletionProtection) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int PORT_MAX = 65_535;

    public static EdgeSpec read(Section settings) {
        var spec = new EdgeSpec(
                Domain.read(settings),
                settings.integer("port", 1, PORT_MAX, HTTPS),
                settings.integer("redirectPort", 1, PORT_MAX, HTTP),
                settings.choice("tlsPolicy", TlsPolicy.class, TlsPolicy.MODERN),
                settings.safeguard("deletionProtection", "one wrong 'pulumi destroy' takes the API off the internet"));
        if (spec.port == spec.redirectPort) {
            settings.report(
                    "redirectPort", "another port than port (%d)".formatted(spec.port), "change one of the two");
        }
        return spec;
    }

    /** The ports that the internet may reach. */
    public List<Integer> openPorts() {
        return List.of(port, redirectPort);
    }
}
