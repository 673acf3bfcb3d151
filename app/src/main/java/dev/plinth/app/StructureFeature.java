package dev.plinth.app;

import dev.plinth.app.consumers.ActiveConsumers;
import dev.plinth.app.domains.DomainMembers;
import dev.plinth.app.domains.Domains;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.domains.DomainMemberOperations;
import dev.plinth.app.http.domains.DomainOperations;
import dev.plinth.app.http.objectives.KeyResultOperations;
import dev.plinth.app.http.objectives.ObjectiveOperations;
import dev.plinth.app.metrics.MetricUse;
import dev.plinth.app.objectives.KeyResults;
import dev.plinth.app.objectives.Objectives;
import dev.plinth.app.postgres.consumers.ConsumerTable;
import dev.plinth.app.postgres.domains.DomainMemberTable;
import dev.plinth.app.postgres.domains.DomainTable;
import dev.plinth.app.postgres.objectives.CheckInTable;
import dev.plinth.app.postgres.objectives.KeyResultTable;
import dev.plinth.app.postgres.objectives.ObjectiveTable;
import java.util.List;

/** How metrics hang together: the domains that they belong to, and the objectives that they serve. */
final class StructureFeature {
    private final Domains domains;
    private final DomainMembers members;
    private final Objectives objectives;
    private final KeyResults keyResults;
    private final MetricUse use;

    StructureFeature(Foundations foundations) {
        var domainTable = new DomainTable(foundations.database());
        domains = new Domains(domainTable, foundations.transactions(), foundations.changes());
        members = new DomainMembers(
                new DomainMemberTable(foundations.database()),
                domainTable,
                foundations.transactions(),
                foundations.changes());
        use = new ActiveConsumers(new ConsumerTable(foundations.database()), foundations.clock());
        objectives = new Objectives(
                new ObjectiveTable(foundations.database()), domains, foundations.transactions(), foundations.changes());
        keyResults = new KeyResults(
                new KeyResultTable(foundations.database()),
                new CheckInTable(foundations.database()),
                objectives,
                new KeyResults.Work(foundations.transactions(), foundations.changes(), foundations.clock()));
    }

    List<Operations> operations() {
        return List.of(
                new DomainOperations(domains),
                new DomainMemberOperations(members),
                new ObjectiveOperations(objectives, keyResults),
                new KeyResultOperations(keyResults));
    }

    /** Tells which domains are there. */
    Domains domains() {
        return domains;
    }

    /** Tells who is a member of which domains. */
    DomainMembers members() {
        return members;
    }

    /** Tells who uses a metric. */
    MetricUse use() {
        return use;
    }
}
