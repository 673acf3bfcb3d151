package dev.plinth.app;

import dev.plinth.app.domains.DomainMembers;
import dev.plinth.app.domains.Domains;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.domains.DomainOperations;
import dev.plinth.app.postgres.domains.DomainMemberTable;
import dev.plinth.app.postgres.domains.DomainTable;
import java.util.List;

/** How metrics hang together: the domains that they belong to. */
final class StructureFeature {
    private final Domains domains;
    private final DomainMembers members;

    StructureFeature(Foundations foundations) {
        domains =
                new Domains(new DomainTable(foundations.database()), foundations.transactions(), foundations.changes());
        members = new DomainMembers(new DomainMemberTable(foundations.database()));
    }

    List<Operations> operations() {
        return List.of(new DomainOperations(domains));
    }

    /** Tells which domains are there. */
    Domains domains() {
        return domains;
    }

    /** Tells which domains a user may change things in. */
    DomainMembers members() {
        return members;
    }
}
