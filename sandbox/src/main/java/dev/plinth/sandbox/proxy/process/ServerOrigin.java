package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.Behaviour.Forwarding;
import dev.plinth.sandbox.proxy.OriginSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.logging.Logger;

/** A server behind a CDN, which must prove by its certificate that it is the right one. */
final class ServerOrigin implements Origin {
    private static final Logger LOG = Logger.getLogger(ServerOrigin.class.getName());
    private final OriginSettings.Server settings;
    private final String via;
    private final HttpClient client;

    ServerOrigin(OriginSettings.Server settings, String via) {
        this.settings = settings;
        this.via = via;
        this.client = Clients.toServer(settings.trust());
    }

    @Override
    public OriginAnswer ask(ViewerRequest request, BodyPublisher body, Forwarding forwarding)
            throws InterruptedException {
        try {
            var response = client.send(request(request, body, forwarding), BodyHandlers.ofInputStream());
            return new OriginAnswer(response.statusCode(), response.headers().map(), response.body());
        } catch (HttpTimeoutException e) {
            return failed(504, "does not answer in time");
        } catch (IOException e) {
            return failed(502, e.toString());
        } catch (IllegalArgumentException e) {
            // A path or a header that may not be sent on.
            return OriginAnswer.text(400, "text/html", "Bad Request");
        }
    }

    private HttpRequest request(ViewerRequest viewer, BodyPublisher body, Forwarding forwarding) {
        var address = settings.address();
        boolean hasQuery = forwarding.query() && !viewer.query().isEmpty();
        var uri = URI.create("%s://%s%s%s%s"
                .formatted(
                        address.protocol().scheme(),
                        address.endpoint(),
                        address.prefix(),
                        viewer.uri(),
                        hasQuery ? "?" + viewer.query() : ""));
        var request = HttpRequest.newBuilder(uri).timeout(settings.timeout()).method(viewer.method(), body);
        OriginHeaders.of(viewer, forwarding, address.host()).forEach(request::setHeader);
        settings.headers().forEach(request::setHeader);
        return request.setHeader("Via", via).build();
    }

    private OriginAnswer failed(int status, String cause) {
        LOG.warning(() -> "%d: origin %s at %s: %s"
                .formatted(status, settings.name(), settings.address().endpoint(), cause));
        return OriginAnswer.text(
                status, "text/html", "<h1>%d ERROR</h1>CloudFront cannot reach the origin.".formatted(status));
    }
}
