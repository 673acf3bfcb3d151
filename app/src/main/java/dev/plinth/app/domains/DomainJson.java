package dev.plinth.app.domains;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.values.DomainId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

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

    /** The domain with those below it inside, and the way to it. */
    public static ObjectNode write(DomainTree tree) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        ArrayNode path = whole.putArray("path");
        tree.path().forEach(id -> path.add(id.value()));
        Map<DomainId, ArrayNode> children = new HashMap<>();
        for (Domain domain : tree.domains().items()) {
            ObjectNode node = write(domain);
            children.put(domain.id(), node.putArray("children"));
            // Every other one follows its parent.
            domain.content()
                    .parent()
                    .map(children::get)
                    .ifPresentOrElse(siblings -> siblings.add(node), () -> whole.set("tree", node));
        }
        return whole.put("truncated", tree.domains().hasMore());
    }

    public static ObjectNode write(DomainMember member) {
        return member(member.user()).put("added_at", member.addedAt().toString());
    }

    static ObjectNode member(UUID user) {
        return JsonNodeFactory.instance.objectNode().put("user_uid", user.toString());
    }

    private DomainJson() {}
}
