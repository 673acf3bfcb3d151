package dev.plinth.ops.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.console.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records of releases in the form in which they are kept and printed. */
final class RecordJson {
    private RecordJson() {}

    static ObjectNode write(ReleaseRecord record) {
        var json = Json.object()
                .put("id", record.id())
                .put("outcome", record.outcome().toString())
                .put("message", record.origin().message())
                .put("commit", record.origin().commit());
        record.reason().ifPresent(reason -> json.put("reason", reason));
        json.set("who", write(record.origin().who()));
        json.set("from", write(record.from()));
        json.set("to", write(record.to()));
        json.put("begun", record.span().begun().toString());
        json.put("heard", record.span().heard().toString());
        record.span().ended().ifPresent(ended -> json.put("ended", ended.toString()));
        var schema = json.putObject("schema")
                .put("before", record.versions().schemaBefore())
                .put("after", record.versions().schemaAfter());
        var contracting = schema.putArray("contracting");
        record.versions().contracting().forEach(contracting::add);
        var steps = json.putArray("steps");
        record.steps().forEach(step -> steps.add(write(step)));
        return json;
    }

    static ReleaseRecord read(JsonNode json) {
        return new ReleaseRecord(
                json.path("id").asText(),
                new Origin(
                        readHolder(json.path("who")),
                        json.path("message").asText(),
                        json.path("commit").asText()),
                readSide(json.path("from")),
                readSide(json.path("to")),
                new ReleaseRecord.Span(
                        instant(json.path("begun")), instant(json.path("heard")), optionalInstant(json.path("ended"))),
                new Versions(
                        json.at("/schema/before").asInt(),
                        json.at("/schema/after").asInt(),
                        texts(json.at("/schema/contracting"))),
                json.path("steps").valueStream().map(RecordJson::readStep).toList(),
                Outcome.parse(json.path("outcome").asText()),
                optionalText(json.path("reason")));
    }

    static ObjectNode write(Holder who) {
        return Json.object().put("user", who.user()).put("host", who.host()).put("pid", who.pid());
    }

    static Holder readHolder(JsonNode json) {
        return new Holder(
                json.path("user").asText(),
                json.path("host").asText(),
                json.path("pid").asLong());
    }

    private static ObjectNode write(Side side) {
        return Json.object().put("colour", side.colour().toString()).put("image", side.image());
    }

    private static Side readSide(JsonNode json) {
        return new Side(
                Colour.parse(json.path("colour").asText()).orElseThrow(),
                json.path("image").asText());
    }

    private static ObjectNode write(StepRecord step) {
        var json = Json.object()
                .put("step", step.step().toString())
                .put("begun", step.begun().toString());
        step.ended().ifPresent(ended -> json.put("ended", ended.toString()));
        step.failure().ifPresent(failure -> json.put("failure", failure));
        var findings = json.putArray("findings");
        step.findings().forEach(findings::add);
        var measured = json.putArray("measured");
        step.measured().forEach(gate -> measured.add(Json.mapper().<JsonNode>valueToTree(gate)));
        return json;
    }

    private static StepRecord readStep(JsonNode json) {
        return new StepRecord(
                Step.parse(json.path("step").asText()),
                instant(json.path("begun")),
                optionalInstant(json.path("ended")),
                optionalText(json.path("failure")),
                texts(json.path("findings")),
                json.path("measured")
                        .valueStream()
                        .map(RecordJson::readMeasured)
                        .toList());
    }

    private static Measured readMeasured(JsonNode json) {
        return Json.mapper().convertValue(json, Measured.class);
    }

    static Instant instant(JsonNode json) {
        return Instant.parse(json.asText());
    }

    private static Optional<Instant> optionalInstant(JsonNode json) {
        return optionalText(json).map(Instant::parse);
    }

    private static Optional<String> optionalText(JsonNode json) {
        return json.isTextual() ? Optional.of(json.asText()) : Optional.empty();
    }

    private static List<String> texts(JsonNode json) {
        return json.valueStream().map(JsonNode::asText).toList();
    }
}
