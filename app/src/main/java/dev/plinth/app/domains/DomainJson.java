package dev.plinth.app.domains;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A domain as JSON, in answers and in the record of changes. */
public final class DomainJson {
    public static ObjectNode write(Domain domain) {
        return write(domain.content())
                .put("revision", domain.revision())
                .put("created_at", domain.createdAt().toString())
                .put("updated_at", domain.updatedAt().toString());
    }

    /** Only what people write, as they write it. */
    public static ObjectNode write(DomainContent content) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("domain_id", content.id().value())
                .put("name", content.name().value())
                .put("description", content.description().value());
        content.parent().ifPresent(parent -> node.put("parent", parent.value()));
        return node;
    }

    private DomainJson() {}
}
