package dev.plinth.app.http.domains;

import dev.plinth.app.domains.DomainContent;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Prose;
import java.util.Optional;

/** Makes a domain's content of the body that a client sent. */
final class DomainReader {
    /** Throws with every fault that the body has. */
    static DomainContent read(JsonObjectReader body) {
        Optional<DomainId> id = body.text("domain_id", DomainId::new);
        Optional<Label> name = body.text("name", Label::new);
        Optional<Prose> description = body.text("description", Prose::new);
        Optional<DomainId> parent = body.optional("parent", DomainId::new);
        body.finish();
        return new DomainContent(id.orElseThrow(), name.orElseThrow(), description.orElseThrow(), parent);
    }

    private DomainReader() {}
}
