package dev.plinth.app.objectives;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.values.Names;
import java.math.BigDecimal;

/** Objectives, key results and check-ins as JSON, in answers and in the record of changes. */
public final class ObjectiveJson {
    public static ObjectNode write(Objective objective) {
        ObjectNode node = object().put("uid", objective.uid().toString());
        node.setAll(write(objective.content()));
        return node.put("revision", objective.revision())
                .put("created_at", objective.createdAt().toString())
                .put("updated_at", objective.updatedAt().toString());
    }

    /** Only what people write, as they write it. */
    public static ObjectNode write(ObjectiveContent content) {
        return object().put("domain", content.domain().value())
                .put("name", content.name().value())
                .put("description", content.description().value())
                .put("starts_on", content.period().startsOn().toString())
                .put("ends_on", content.period().endsOn().toString());
    }

    public static ObjectNode write(KeyResult keyResult) {
        ObjectNode node = object().put("uid", keyResult.uid().toString())
                .put("objective", keyResult.objective().toString());
        node.setAll(write(keyResult.content()));
        node.put("current", keyResult.reading().current().value())
                .put("progress", keyResult.progress())
                .put("status", Names.of(keyResult.reading().track()));
        keyResult.reading().at().ifPresent(at -> node.put("checked_in_at", at.toString()));
        return node.put("revision", keyResult.revision())
                .put("created_at", keyResult.createdAt().toString())
                .put("updated_at", keyResult.updatedAt().toString());
    }

    /** Only what people write, as they write it. */
    public static ObjectNode write(KeyResultContent content) {
        ObjectNode node = object().put("name", content.name().value())
                .put("unit", content.unit().value())
                .put("direction", Names.of(content.aim().direction()))
                .put("baseline", content.aim().baseline().value())
                .put("target", content.aim().target().value());
        content.metric().ifPresent(metric -> node.put("metric_id", metric.value()));
        return node;
    }

    public static ObjectNode write(CheckIn checkIn) {
        ObjectNode node = object().put("uid", checkIn.uid().toString())
                .put("value", checkIn.report().value().value());
        checkIn.report().note().ifPresent(note -> node.put("note", note.value()));
        return node.put("author", checkIn.author())
                .put("checked_in_at", checkIn.at().toString());
    }

    public static ObjectNode write(Outlook outlook) {
        BigDecimal progress = outlook.progress();
        ObjectNode node = object().put("objective", outlook.objective().uid().toString())
                .put("at", outlook.at().toString())
                .put("elapsed", outlook.elapsed())
                .put("progress", progress)
                .put("status", Names.of(outlook.track(progress)));
        ArrayNode keyResults = node.putArray("key_results");
        for (KeyResult keyResult : outlook.keyResults()) {
            keyResults
                    .addObject()
                    .put("uid", keyResult.uid().toString())
                    .put("name", keyResult.content().name().value())
                    .put("progress", keyResult.progress())
                    .put("status", Names.of(outlook.track(keyResult.progress())));
        }
        return node;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectiveJson() {}
}
