package dev.plinth.app.http.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.http.EntityTags;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.http.MergePatch;
import dev.plinth.app.http.Problem;
import dev.plinth.app.http.ProblemType;
import dev.plinth.app.http.RefusedException;
import dev.plinth.app.http.Violation;
import dev.plinth.app.http.metrics.MetricReader;
import dev.plinth.app.metrics.MetricAt;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.MetricJson;
import dev.plinth.app.transfer.BulkChange;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Tag;
import java.util.List;
import java.util.Optional;

/** Reads one of many changes. What is wrong with it is its own fault, and does not keep others from being read. */
final class BulkReader {
    private final ObjectNode item;
    private final JsonObjectReader reader;

    private BulkReader(ObjectNode item) {
        this.item = item;
        this.reader = new JsonObjectReader(item);
    }

    /** What is asked for. */
    enum Verb {
        CREATE,
        UPDATE,
        UPSERT,
        DELETE,
        TAG,
        UNTAG
    }

    static BulkChange read(JsonNode node) {
        try {
            if (node instanceof ObjectNode object) {
                return new BulkReader(object).read();
            }
            throw fault("", "wrong_type", "must be an object");
        } catch (RefusedException refused) {
            return new BulkChange.Refused(refused);
        }
    }

    private BulkChange read() {
        Optional<Verb> verb = reader.choice("op", Verb.class);
        if (verb.isEmpty()) {
            // Nothing else can be judged; and the fault is thrown with those of the fields that are there.
            item.fieldNames().forEachRemaining(reader::isAbsent);
            reader.finish();
        }
        return switch (verb.orElseThrow()) {
            case CREATE -> new BulkChange.Create(content());
            case UPSERT -> {
                IfMatch seen = seen();
                yield new BulkChange.Upsert(content(), seen);
            }
            case UPDATE -> update();
            case DELETE -> new BulkChange.Delete(at());
            case TAG -> {
                List<Tag> tags = tags();
                yield new BulkChange.Retag(at(), tags, List.of());
            }
            case UNTAG -> {
                List<Tag> tags = tags();
                yield new BulkChange.Retag(at(), List.of(), tags);
            }
        };
    }

    private BulkChange update() {
        ObjectNode patch = object("patch");
        return new BulkChange.Update(at(), content -> patched(content, patch));
    }

    private static MetricContent patched(MetricContent content, ObjectNode patch) {
        return new MetricReader(new MergePatch(patch).onto(MetricJson.write(content))).readFor(content.id());
    }

    private MetricContent content() {
        ObjectNode metric = object("metric");
        reader.finish();
        return new MetricReader(new JsonObjectReader(metric)).read();
    }

    private List<Tag> tags() {
        if (reader.isAbsent("tags")) {
            reader.refuse("tags", "must be given");
        }
        return reader.texts("tags", Tag::new);
    }

    private MetricAt at() {
        Optional<MetricId> id = reader.text("metric_id", MetricId::new);
        IfMatch seen = seen();
        reader.finish();
        return new MetricAt(id.orElseThrow(), seen);
    }

    private IfMatch seen() {
        return reader.optional("if_match", EntityTags::ifMatch).orElse(new IfMatch.Any());
    }

    private ObjectNode object(String field) {
        return reader.any(field)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> fault("/" + field, "wrong_type", "must be given, and be an object"));
    }

    private static RefusedException fault(String pointer, String code, String detail) {
        var violation = new Violation(Violation.Place.POINTER, pointer, code, detail);
        return new RefusedException(Problem.of(ProblemType.INVALID_REQUEST, List.of(violation)));
    }
}
