package dev.plinth.app.consumers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.values.Names;

/** A consumer as JSON, in answers and in the record of changes. */
public final class ConsumerJson {
    public static ObjectNode write(Consumer consumer) {
        Usage usage = consumer.usage();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("uid", consumer.uid().toString())
                .put("metric_id", consumer.metric().value())
                .put("kind", Names.of(usage.consumer().kind()))
                .put("name", usage.consumer().name().value());
        usage.version().ifPresent(version -> node.put("version", version.toString()));
        usage.contact().ifPresent(contact -> node.put("contact", contact.value()));
        return node.put("origin", Names.of(consumer.origin()))
                .put("author", consumer.author())
                .put("first_seen_at", consumer.seen().first().toString())
                .put("last_seen_at", consumer.seen().last().toString());
    }

    private ConsumerJson() {}
}
