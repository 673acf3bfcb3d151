package dev.plinth.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.json.Names;
import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What a client that knows only the address needs: which API this is, where things are, and its description. */
final class DiscoveryResource implements HttpService {
    private static final String VERSION_PATH = "/api/v1/version";
    private static final String DESCRIPTION_PATH = "/openapi.yaml";
    private static final MediaType YAML = MediaTypes.create("application/yaml");

    private final Identity identity;
    private final byte[] description = description();

    DiscoveryResource(Identity identity) {
        this.identity = identity;
    }

    @Override
    public void routing(HttpRules rules) {
        new Routes(rules, "/", MediaTypes.APPLICATION_JSON).get(this::index).end();
        new Routes(rules, VERSION_PATH, MediaTypes.APPLICATION_JSON)
                .get(this::version)
                .end();
        new Routes(rules, DESCRIPTION_PATH, YAML).get(this::describe).end();
    }

    private void index(ServerRequest request, ServerResponse response) {
        new QueryReader(request.query()).finish();
        ObjectNode body = Json.object()
                .put("name", "Metrics Definition Library")
                .put("version", identity.build().version());
        body.putObject("links")
                .put("metrics", MetricsResource.PATH)
                .put("version", VERSION_PATH)
                .put("openapi", DESCRIPTION_PATH);
        Replies.json(request, response, Status.OK_200, body);
    }

    private void version(ServerRequest request, ServerResponse response) {
        new QueryReader(request.query()).finish();
        ObjectNode body = Json.object()
                .put("version", identity.build().version())
                .put("build", identity.build().digest())
                .put("colour", Names.of(identity.colour()));
        Replies.json(request, response, Status.OK_200, body);
    }

    private void describe(ServerRequest request, ServerResponse response) {
        new QueryReader(request.query()).finish();
        Replies.send(request, response, YAML.text(), description);
    }

    private static byte[] description() {
        try (InputStream file = Objects.requireNonNull(DiscoveryResource.class.getResourceAsStream("/openapi.yaml"))) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
