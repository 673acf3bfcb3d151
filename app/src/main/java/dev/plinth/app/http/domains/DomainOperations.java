package dev.plinth.app.http.domains;

import dev.plinth.app.access.Scope;
import dev.plinth.app.domains.Domain;
import dev.plinth.app.domains.DomainJson;
import dev.plinth.app.domains.DomainQuery;
import dev.plinth.app.domains.Domains;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.MergePatch;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.NotFoundException;
import io.helidon.http.Method;
import java.util.List;
import java.util.Optional;

/** Domains over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class DomainOperations implements Operations {
    private static final String PATH = "/api/v1/domains";
    private static final String ONE = PATH + "/{id}";

    private final Domains domains;

    public DomainOperations(Domains domains) {
        this.domains = domains;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listDomains", PATH, Scope.DOMAINS_READ), this::list)
                .add(Operation.change("createDomain", Method.POST, PATH, Scope.DOMAINS_WRITE), this::create)
                .add(Operation.get("getDomain", ONE, Scope.DOMAINS_READ), this::get)
                .add(Operation.change("updateDomain", Method.PATCH, ONE, Scope.DOMAINS_WRITE), this::update)
                .add(Operation.change("deleteDomain", Method.DELETE, ONE, Scope.DOMAINS_WRITE), this::delete)
                .add(Operation.get("getDomainTree", ONE + "/tree", Scope.DOMAINS_READ), this::tree);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        Optional<DomainId> parent = query.one("parent", DomainId::new);
        Paging paging = Paging.read(call, query);
        query.finish();
        String after =
                paging.after().map(key -> new DomainId(key.getFirst()).value()).orElse("");
        var page = domains.list(new DomainQuery(parent, after, paging.limit()));
        return Reply.ok(paging.json(
                page, DomainJson::write, domain -> List.of(domain.id().value())));
    }

    private Reply create(Call call) {
        call.withoutParameters();
        Domain domain = domains.create(call.actor(), DomainReader.read(call.body()));
        return Reply.created(PATH + "/" + domain.id(), DomainJson.write(domain)).revision(domain.revision());
    }

    private Reply get(Call call) {
        Domain domain = domains.get(id(call.withoutParameters()));
        return Reply.ok(DomainJson.write(domain)).revision(domain.revision());
    }

    private Reply tree(Call call) {
        return Reply.ok(DomainJson.write(domains.tree(id(call.withoutParameters()))));
    }

    private Reply update(Call call) {
        DomainId id = id(call.withoutParameters());
        MergePatch patch = call.patch();
        Domain domain = domains.change(
                call.actor(), id, call.ifMatch(), content -> DomainReader.read(patch.onto(DomainJson.write(content))));
        return Reply.ok(DomainJson.write(domain)).revision(domain.revision());
    }

    private Reply delete(Call call) {
        domains.delete(call.actor(), id(call.withoutParameters()), call.ifMatch());
        return Reply.noContent();
    }

    /** What cannot be an id names no domain. */
    static DomainId id(Call call) {
        String given = call.path("id");
        try {
            return new DomainId(given);
        } catch (InvalidValueException impossible) {
            throw new NotFoundException("domain", given);
        }
    }
}
