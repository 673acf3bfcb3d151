package dev.plinth.app.http.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.http.Access;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Identity;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Reply;
import dev.plinth.app.json.Json;
import dev.plinth.app.values.Names;
import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;

/** What a client that knows only the address needs: which API this is, where things are, and its description. */
public final class DiscoveryOperations implements Operations {
    private static final Access EVERYONE = new Access.Everyone();
    private static final String VERSION_PATH = "/api/v1/version";
    private static final String YAML_PATH = "/openapi.yaml";
    private static final String JSON_PATH = "/openapi.json";
    private static final MediaType YAML = MediaTypes.create("application/yaml");

    private final Identity identity;
    private final OpenApiDocument document;

    public DiscoveryOperations(Identity identity) {
        this.identity = identity;
        this.document = OpenApiDocument.load();
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("discover", "/", EVERYONE), this::index)
                .add(Operation.get("version", VERSION_PATH, EVERYONE), this::version)
                .add(Operation.get("describe", YAML_PATH, EVERYONE).answering(YAML), this::yaml)
                .add(Operation.get("describeAsJson", JSON_PATH, EVERYONE), this::json);
    }

    private Reply index(Call call) {
        call.withoutParameters();
        ObjectNode body = Json.object()
                .put("name", "Metrics Definition Library")
                .put("version", identity.build().version());
        body.putObject("links")
                .put("metrics", "/api/v1/metrics")
                .put("version", VERSION_PATH)
                .put("openapi", YAML_PATH);
        return Reply.ok(body);
    }

    private Reply version(Call call) {
        call.withoutParameters();
        return Reply.ok(Json.object()
                .put("version", identity.build().version())
                .put("build", identity.build().digest())
                .put("schema", identity.build().schema())
                .put("colour", Names.of(identity.colour())));
    }

    private Reply yaml(Call call) {
        call.withoutParameters();
        return Reply.of(YAML.text(), document.yaml());
    }

    private Reply json(Call call) {
        call.withoutParameters();
        return Reply.of(MediaTypes.APPLICATION_JSON.text(), document.json());
    }
}
