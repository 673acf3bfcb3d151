package dev.plinth.app.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.support.Actors;
import dev.plinth.app.support.Changes;
import dev.plinth.app.support.DirectTransactions;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import dev.plinth.app.values.StaleRevisionException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DomainsTest {
    private static final IfMatch ANY = new IfMatch.Any();

    private final DomainMap store = new DomainMap()
            .with("company", Optional.empty())
            .with("finance", Optional.of("company"))
            .with("billing", Optional.of("finance"))
            .with("sales", Optional.of("company"));
    private final Changes changes = new Changes();
    private final Domains domains = new Domains(store, new DirectTransactions(), changes);

    @Test
    void keepsANewDomainAndRecordsIt() {
        Domain made = domains.create(Actors.reviewer(), DomainMap.content("tax", Optional.of("finance")));

        assertThat(domains.get(new DomainId("tax"))).isEqualTo(made);
        assertThat(changes.all()).singleElement().satisfies(change -> {
            assertThat(change.type()).isEqualTo(ChangeType.DOMAIN_CREATED);
            assertThat(change.subject()).isEqualTo("tax");
            assertThat(change.after().path("parent").asText()).isEqualTo("finance");
        });
    }

    @Test
    void refusesAnIdThatIsTaken() {
        assertThatThrownBy(() -> domains.create(Actors.reviewer(), DomainMap.content("sales", Optional.empty())))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        taken -> assertThat(taken.conflict()).isEqualTo(Conflict.ALREADY_EXISTS));
        assertThat(changes.all()).isEmpty();
    }

    @Test
    void refusesAParentThatIsNotThere() {
        assertThatThrownBy(() -> domains.create(Actors.reviewer(), DomainMap.content("tax", Optional.of("finnance"))))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageEndingWith("Did you mean 'finance'?");
    }

    @Test
    void onlyThoseWhoReachTheParentAddBelowIt() {
        assertThat(domains.create(Actors.editor("finance"), DomainMap.content("tax", Optional.of("finance")))
                        .id())
                .hasToString("tax");
        assertThatThrownBy(() -> domains.create(Actors.editor("finance"), DomainMap.content("top", Optional.empty())))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aMoveNeedsReachOnBothSides() {
        assertThatThrownBy(() -> move("billing", "sales", "finance", "billing")).isInstanceOf(ForbiddenException.class);
        assertThat(move("billing", "sales", "billing", "sales").content().parent())
                .contains(new DomainId("sales"));
    }

    @Test
    void neverMovesADomainBelowItself() {
        assertThatThrownBy(() -> move("finance", "billing", "finance", "billing"))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        circle -> assertThat(circle.conflict()).isEqualTo(Conflict.WOULD_FORM_CYCLE));
    }

    @Test
    void theTreeHasEightLevelsAtMost() {
        String parent = "billing";
        for (int level = 4; level <= Domains.DEPTH_MAX; level++) {
            domains.create(Actors.reviewer(), DomainMap.content("level" + level, Optional.of(parent)));
            parent = "level" + level;
        }

        assertThatThrownBy(() -> domains.create(Actors.reviewer(), DomainMap.content("level9", Optional.of("level8"))))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("must be at level 7 at most, but is at level 8");
        assertThatThrownBy(() -> move("finance", "sales", "finance", "sales"))
                .isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void anIdStays() {
        assertThatThrownBy(() -> domains.change(
                        Actors.reviewer(),
                        new DomainId("sales"),
                        ANY,
                        content -> DomainMap.content("other", content.parent().map(DomainId::value))))
                .isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void aChangeNeedsTheRevisionThatWasSeen() {
        var seen = new IfMatch.Revisions(Set.of(7L));

        assertThatThrownBy(() -> domains.change(Actors.reviewer(), new DomainId("sales"), seen, content -> content))
                .isInstanceOf(StaleRevisionException.class);
        assertThatThrownBy(() -> domains.delete(Actors.reviewer(), new DomainId("sales"), seen))
                .isInstanceOf(StaleRevisionException.class);
    }

    @Test
    void deletesOnlyWhatIsEmpty() {
        assertThatThrownBy(() -> domains.delete(Actors.reviewer(), new DomainId("finance"), ANY))
                .isInstanceOf(ConflictException.class);
        domains.delete(Actors.reviewer(), new DomainId("billing"), ANY);
        store.metrics(1);
        assertThatThrownBy(() -> domains.delete(Actors.reviewer(), new DomainId("finance"), ANY))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("metrics (1)");
        assertThatThrownBy(() -> domains.get(new DomainId("billing"))).isInstanceOf(NotFoundException.class);
        assertThat(changes.types()).containsExactly(ChangeType.DOMAIN_DELETED);
    }

    @Test
    void showsTheTreeInsideOut() {
        var tree = DomainJson.write(domains.tree(new DomainId("finance")));

        assertThat(tree.at("/path").toString()).isEqualTo("[\"company\",\"finance\"]");
        assertThat(tree.at("/tree/children/0/domain_id").asText()).isEqualTo("billing");
        assertThat(tree.path("truncated").booleanValue()).isFalse();
        assertThatThrownBy(() -> domains.tree(new DomainId("nowhere"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void listsPageByPage() {
        Slice<Domain> page = domains.list(new DomainQuery(Optional.of(new DomainId("company")), "", 1));

        assertThat(page.hasMore()).isTrue();
        assertThat(page.items()).extracting(domain -> domain.id().value()).containsExactly("finance");
    }

    @Test
    void knowsWhatIsThere() {
        domains.requireKnown("/domain", new DomainId("sales"));

        assertThatThrownBy(() -> domains.requireKnown("/domain", new DomainId("sale")))
                .isInstanceOfSatisfying(
                        InvalidFieldException.class,
                        unknown -> assertThat(unknown.pointer()).isEqualTo("/domain"));
    }

    private Domain move(String id, String parent, String... reach) {
        return domains.change(
                Actors.editor(reach), new DomainId(id), ANY, content -> DomainMap.content(id, Optional.of(parent)));
    }
}
