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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DomainMembersTest {
    private static final DomainId SALES = new DomainId("sales");
    private static final UUID ANN = new UUID(1, 1);
    private static final UUID NOBODY = new UUID(1, 9);

    private final Changes changes = new Changes();
    private final DomainMembers members = new DomainMembers(
            new MemberSet(), new DomainMap().with("sales", Optional.empty()), new DirectTransactions(), changes);

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

    /** The members of the one domain; everybody but NOBODY is a user. */
    private static final class MemberSet implements DomainMemberStore {
        private final TreeSet<UUID> members = new TreeSet<>();

        @Override
        public boolean isUser(UUID user) {
            return !user.equals(NOBODY);
        }

        @Override
        public boolean add(DomainId domain, UUID user) {
            return members.add(user);
        }

        @Override
        public boolean remove(DomainId domain, UUID user) {
            return members.remove(user);
        }

        @Override
        public List<DomainMember> list(DomainId domain, UUID after, int limit) {
            return members.tailSet(after, false).stream()
                    .limit(limit)
                    .map(user -> new DomainMember(user, Instant.EPOCH))
                    .toList();
        }
    }
}
