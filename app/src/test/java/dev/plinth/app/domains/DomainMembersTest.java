package dev.plinth.app.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.support.Actors;
import dev.plinth.app.support.Changes;
import dev.plinth.app.support.DirectTransactions;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DomainMembersTest {
    private static final DomainId SALES = new DomainId("sales");
    private static final DomainId FINANCE = new DomainId("finance");
    private static final UUID ANN = new UUID(1, 1);
    private static final UUID BOB = new UUID(1, 2);
    private static final UUID NOBODY = new UUID(1, 9);

    private final Changes changes = new Changes();
    private final DomainMembers members = new DomainMembers(
            new MembersInMemory().without(NOBODY),
            new DomainMap().with("sales", Optional.empty()).with("finance", Optional.empty()),
            new DirectTransactions(),
            changes);

    @Test
    void recordsOnlyWhatChanges() {
        members.add(Actors.reviewer(), SALES, ANN);
        members.add(Actors.reviewer(), SALES, ANN);

        assertThat(changes.types()).containsExactly(ChangeType.DOMAIN_MEMBERS_CHANGED);
        assertThat(members.list(SALES, new UUID(0, 0), 5).items())
                .extracting(DomainMember::user)
                .containsExactly(ANN);
        assertThat(DomainJson.write(
                                members.list(SALES, new UUID(0, 0), 5).items().getFirst())
                        .path("user_uid")
                        .asText())
                .isEqualTo(ANN.toString());
    }

    @Test
    void endsAMembershipOnce() {
        members.add(Actors.reviewer(), SALES, ANN);
        members.remove(Actors.reviewer(), SALES, ANN);

        assertThatThrownBy(() -> members.remove(Actors.reviewer(), SALES, ANN)).isInstanceOf(NotFoundException.class);
        assertThat(changes.all()).hasSize(2);
    }

    @Test
    void knowsUsersAndDomainsOnly() {
        assertThatThrownBy(() -> members.add(Actors.reviewer(), SALES, NOBODY)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> members.add(Actors.reviewer(), new DomainId("nowhere"), ANN))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> members.list(new DomainId("nowhere"), new UUID(0, 0), 5))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void isForThoseWhoReachTheDomain() {
        assertThatThrownBy(() -> members.add(Actors.editor("finance"), SALES, ANN))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void takesAUserOutOfAllDomains() {
        members.add(Actors.reviewer(), SALES, ANN);
        members.add(Actors.reviewer(), FINANCE, ANN);
        members.add(Actors.reviewer(), FINANCE, BOB);

        members.removeEverywhere(Actors.viewer(), ANN);

        assertThat(members.of(ANN)).isEmpty();
        assertThat(members.of(BOB)).extracting(DomainMembership::domain).containsExactly(FINANCE);
        assertThat(changes.all()).hasSize(5);
    }
}
