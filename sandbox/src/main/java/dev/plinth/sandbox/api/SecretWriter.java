package dev.plinth.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.sandbox.secret.Secrets;
import dev.plinth.sandbox.secret.Secrets.Draft;
import dev.plinth.sandbox.secret.Version;
import dev.plinth.sandbox.state.StoredResource;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What changes a secret's values. */
record SecretWriter(Secrets secrets) {
    private static final String INVALID = "InvalidParameterException";
    private static final String CURRENT = "AWSCURRENT";
    private static final String REMOVE_FROM = "RemoveFromVersionId";
    private static final List<String> CONTENTS = List.of("SecretString", "SecretBinary");

    /** Puts a version beside the others; the same one put again is there already. */
    Version put(StoredResource secret, ObjectNode parameters) {
        var property = CONTENTS.stream()
                .filter(parameters::has)
                .findFirst()
                .orElseThrow(
                        () -> ApiException.invalid(INVALID, "expected SecretString or SecretBinary, found neither"));
        var draft = new Draft(
                SecretService.text(parameters, "ClientRequestToken")
                        .orElseGet(() -> UUID.randomUUID().toString()),
                property.replaceFirst("^S", "s"),
                parameters.path(property).asText(),
                StreamSupport.stream(parameters.path("VersionStages").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
        var present = secrets.versions(secret).stream()
                .filter(version -> version.id().equals(draft.id()))
                .findFirst();
        if (present.isPresent()) {
            return same(present.get(), draft);
        }
        return secrets.put(secret, draft);
    }

    private static Version same(Version present, Draft draft) {
        var content = present.text().or(present::binary);
        if (content.filter(draft.text()::equals).isEmpty()) {
            throw ApiException.invalid(
                    "ResourceExistsException", "the version %s is there with another value".formatted(draft.id()));
        }
        return present;
    }

    /** Makes the version that is named the current one, or takes a stage of the client's own away. */
    void move(StoredResource secret, ObjectNode parameters) {
        var stage = SecretService.text(parameters, "VersionStage").orElse("");
        var to = SecretService.text(parameters, "MoveToVersionId");
        var from = SecretService.text(parameters, REMOVE_FROM);
        if (stage.equals(CURRENT) && to.isPresent()) {
            checkSource(secret, parameters);
            secrets.promote(version(secret, to.get()));
        } else if (!stage.startsWith("AWS") && to.isEmpty() && from.isPresent()) {
            withdraw(version(secret, from.get()), stage);
        } else {
            throw ApiException.invalid(
                    INVALID,
                    "the sandbox moves %s to a version, and takes other stages away from one; found %s %s"
                            .formatted(CURRENT, stage, to.map(id -> "to " + id).orElse("to none")));
        }
    }

    private void withdraw(Version version, String stage) {
        if (!version.stages().contains(stage)) {
            throw ApiException.invalid(
                    INVALID, "%s: the version %s has no %s".formatted(REMOVE_FROM, version.id(), stage));
        }
        secrets.withdraw(version, stage);
    }

    private Version version(StoredResource secret, String id) {
        return secrets.versions(secret).stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        SecretService.missing("the secret %s has no version %s".formatted(Secrets.name(secret), id)));
    }

    /** A stage that another has by now must not be taken from it: two rotations would overtake each other. */
    private void checkSource(StoredResource secret, ObjectNode parameters) {
        var from = SecretService.text(parameters, REMOVE_FROM);
        var holder = secrets.current(secret).map(Version::id);
        if (!from.equals(holder)) {
            throw ApiException.invalid(
                    INVALID,
                    "%s: expected %s, which has %s; found %s"
                            .formatted(REMOVE_FROM, holder.orElse("none"), CURRENT, from.orElse("none")));
        }
    }
}
