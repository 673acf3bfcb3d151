package dev.plinth.app.http.domains;

import dev.plinth.app.access.Scope;
import dev.plinth.app.domains.DomainJson;
import dev.plinth.app.domains.DomainMembers;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.Uids;
import io.helidon.http.Method;
import java.util.List;
import java.util.UUID;

/** Members of domains over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class DomainMemberOperations implements Operations {
    private static final String PATH = "/api/v1/domains/{id}/members";
    private static final String ONE = PATH + "/{user}";

    private final DomainMembers members;

    public DomainMemberOperations(DomainMembers members) {
        this.members = members;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listDomainMembers", PATH, Scope.DOMAINS_WRITE), this::list)
                .add(Operation.change("addDomainMember", Method.PUT, ONE, Scope.DOMAINS_WRITE), this::add)
                .add(Operation.change("removeDomainMember", Method.DELETE, ONE, Scope.DOMAINS_WRITE), this::remove);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        Paging paging = Paging.read(call, query);
        query.finish();
        return Reply.ok(paging.json(
                members.list(DomainOperations.id(call), Uids.after(paging), paging.limit()),
                DomainJson::write,
                member -> List.of(member.user().toString())));
    }

    private Reply add(Call call) {
        members.add(call.actor(), DomainOperations.id(call.withoutParameters()), user(call));
        return Reply.noContent();
    }

    private Reply remove(Call call) {
        members.remove(call.actor(), DomainOperations.id(call.withoutParameters()), user(call));
        return Reply.noContent();
    }

    private static UUID user(Call call) {
        return Uids.ofPath(call, "user", "user");
    }
}
