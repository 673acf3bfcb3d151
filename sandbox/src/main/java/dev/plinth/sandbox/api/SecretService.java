package dev.plinth.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.sandbox.secret.Secrets;
import dev.plinth.sandbox.secret.Secrets.Address;
import dev.plinth.sandbox.secret.Version;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Secrets Manager: the secrets of the program, and the values that they get afterwards. */
final class SecretService {
    private static final String SECRET = "SecretId";
    private static final String VERSION = "VersionId";
    private static final String STAGES = "VersionStages";
    private static final String CREATED = "CreatedDate";
    private static final String CURRENT = "AWSCURRENT";
    private static final double MILLIS = 1000;
    private final Secrets secrets;
    private final SecretWriter writer;

    SecretService(StateStore state) {
        this.secrets = new Secrets(state);
        this.writer = new SecretWriter(secrets);
    }

    ApiService service() {
        return new ApiService.Json(
                "secretsmanager",
                "secretsmanager",
                Map.of(
                        "GetSecretValue", this::value,
                        "DescribeSecret", this::describe,
                        "ListSecretVersionIds", this::list,
                        "PutSecretValue", this::put,
                        "UpdateSecretVersionStage", this::move));
    }

    private JsonNode value(ObjectNode parameters, Caller caller) {
        var secret = secret(parameters, caller);
        var id = text(parameters, VERSION);
        var stage = text(parameters, "VersionStage").or(() -> id.isEmpty() ? Optional.of(CURRENT) : Optional.empty());
        var version = secrets.versions(secret).stream()
                .filter(candidate -> id.isEmpty() || candidate.id().equals(id.get()))
                .filter(candidate -> stage.isEmpty() || candidate.stages().contains(stage.get()))
                .findFirst()
                .orElseThrow(() -> missing("the secret %s has no value %s%s"
                        .formatted(
                                Secrets.name(secret),
                                stage.map(name -> "for the stage " + name).orElse(""),
                                id.map(name -> " of the version " + name).orElse(""))));
        var json = named(secret);
        json.put(VERSION, version.id());
        version.text().ifPresent(text -> json.put("SecretString", text));
        version.binary().ifPresent(binary -> json.put("SecretBinary", binary));
        version.stages().forEach(json.putArray(STAGES)::add);
        return json.put(CREATED, seconds(version.created()));
    }

    private JsonNode describe(ObjectNode parameters, Caller caller) {
        var secret = secret(parameters, caller);
        var outputs = new Properties(secret.outputs());
        var versions = secrets.versions(secret);
        var json = named(secret);
        // No function of the sandbox rotates anything: whoever wants a new value puts it.
        json.put("RotationEnabled", false);
        outputs.text("description").ifPresent(text -> json.put("Description", text));
        outputs.text("kmsKeyId").ifPresent(key -> json.put("KmsKeyId", key));
        versions.stream()
                .map(Version::created)
                .max(Comparator.naturalOrder())
                .ifPresent(last -> json.put("LastChangedDate", seconds(last)));
        var stages = json.putObject("VersionIdsToStages");
        versions.stream()
                .filter(version -> !version.stages().isEmpty())
                .forEach(version -> version.stages().forEach(stages.withArray("/" + version.id())::add));
        var tags = json.putArray("Tags");
        outputs.textMap("tagsAll")
                .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
        return json;
    }

    private JsonNode list(ObjectNode parameters, Caller caller) {
        var secret = secret(parameters, caller);
        boolean all = parameters.path("IncludeDeprecated").asBoolean();
        var json = named(secret);
        var versions = json.putArray("Versions");
        secrets.versions(secret).stream()
                .filter(version -> all || !version.stages().isEmpty())
                .forEach(version -> {
                    var entry = versions.addObject();
                    entry.put(VERSION, version.id());
                    version.stages().forEach(entry.putArray(STAGES)::add);
                    entry.put(CREATED, seconds(version.created()));
                });
        return json;
    }

    private JsonNode put(ObjectNode parameters, Caller caller) {
        var secret = secret(parameters, caller);
        var version = writer.put(secret, parameters);
        var json = named(secret);
        json.put(VERSION, version.id());
        version.stages().forEach(json.putArray(STAGES)::add);
        return json;
    }

    private JsonNode move(ObjectNode parameters, Caller caller) {
        var secret = secret(parameters, caller);
        writer.move(secret, parameters);
        return named(secret);
    }

    private StoredResource secret(ObjectNode parameters, Caller caller) {
        var key = text(parameters, SECRET)
                .orElseThrow(() -> ApiException.invalid("InvalidParameterException", "SecretId is missing"));
        return secrets.find(new Address(key, caller.region()))
                .orElseThrow(() -> missing("there is no secret %s in %s".formatted(key, caller.region())));
    }

    static ApiException missing(String message) {
        return ApiException.invalid("ResourceNotFoundException", message);
    }

    static Optional<String> text(ObjectNode parameters, String name) {
        return Optional.ofNullable(parameters.path(name).textValue());
    }

    private static ObjectNode named(StoredResource secret) {
        return JsonNodeFactory.instance.objectNode().put("ARN", secret.id()).put("Name", Secrets.name(secret));
    }

    private static double seconds(Instant moment) {
        return moment.toEpochMilli() / MILLIS;
    }
}
