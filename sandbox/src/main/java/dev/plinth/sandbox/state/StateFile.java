package dev.plinth.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.sandbox.value.JsonCodec;

/** A resource as its file holds it. */
final class StateFile {
    private StateFile() {}

    static ObjectNode encode(StoredResource resource) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("urn", resource.urn().value());
        json.put("id", resource.id());
        json.put("generation", resource.generation());
        json.put("ready", resource.ready());
        json.set("inputs", JsonCodec.object(resource.inputs()));
        json.set("outputs", JsonCodec.object(resource.outputs()));
        return json;
    }

    static StoredResource decode(JsonNode json) {
        return new StoredResource(
                new Urn(json.required("urn").asText()),
                json.required("id").asText(),
                json.required("generation").asInt(),
                JsonCodec.fields(json.required("inputs")),
                JsonCodec.fields(json.required("outputs")),
                json.required("ready").asBoolean());
    }
}
