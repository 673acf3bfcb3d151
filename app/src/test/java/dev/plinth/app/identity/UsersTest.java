package dev.plinth.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Role;
import dev.plinth.app.access.Scope;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.domains.DomainMembership;
import dev.plinth.app.support.Actors;
import dev.plinth.app.support.DirectTransactions;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who becomes a user, what administrators change of them, and how they go; without a server. */
final class UsersTest {
    private static final IfMatch ANY = new IfMatch.Any();
    private static final UUID NOBODY = new UUID(9, 9);

    private final Household house = new Household(false);

    @Test
    void theFirstAdministratorComesByTheTokenAndOnce() {
        assertThatThrownBy(() -> bootstrap(house.bootstrap, "guess")).isInstanceOf(UnauthenticatedException.class);
        assertThat(bootstrap(house.bootstrap, "t".repeat(32)).role()).isEqualTo(Role.ADMIN);
        assertThatThrownBy(() -> bootstrap(house.bootstrap, "t".repeat(32))).isInstanceOf(ConflictException.class);
    }

    @Test
    void withoutATokenThereIsNoFirstAdministrator() {
        var closed = new Bootstrap(
                "",
                house.userStore,
                house.accounts,
                new Ledger(new DirectTransactions(), (actor, change) -> {}, house.clock));

        assertThatThrownBy(() -> bootstrap(closed, "")).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void strangersOpenAccountsWhereTheyMay() {
        assertThatThrownBy(() -> register(house)).isInstanceOf(ForbiddenException.class);
        var open = new Household(true);

        assertThat(register(open).role()).isEqualTo(Role.VIEWER);
        assertThatThrownBy(() -> register(open)).isInstanceOf(ConflictException.class);
    }

    @Test
    void aSuspendedUserIsOut() {
        house.add("root", Role.ADMIN);
        User ada = house.add("ada", Role.EDITOR);
        SignIn signIn = house.signIn(ada);
        house.users.change(Household.STRANGER, ada.uid(), ANY, change(ada, Role.EDITOR, UserStatus.SUSPENDED));

        assertThatThrownBy(() -> house.caller(signIn.accessToken())).isInstanceOf(UnauthenticatedException.class);
        assertThatThrownBy(() -> house.signIn(ada)).isInstanceOf(ForbiddenException.class);
        assertThat(house.happened()).contains("user.updated", "session.closed");
    }

    @Test
    void theOnlyAdministratorStays() {
        User root = house.add("root", Role.ADMIN);

        assertThatThrownBy(() -> house.users.erase(Household.STRANGER, root.uid(), ANY))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> house.users.change(
                        Household.STRANGER, root.uid(), ANY, change(root, Role.VIEWER, UserStatus.ACTIVE)))
                .isInstanceOf(ConflictException.class);
        house.add("second", Role.ADMIN);
        assertThat(house.users
                        .change(Household.STRANGER, root.uid(), ANY, change(root, Role.VIEWER, UserStatus.ACTIVE))
                        .role())
                .isEqualTo(Role.VIEWER);
    }

    @Test
    void anErasedUserIsNobody() {
        User ada = house.add("ada", Role.EDITOR);
        SignIn signIn = house.signIn(ada);
        String key = house.keys
                .create(house.actor(signIn), content(Scope.METRICS_READ))
                .text()
                .text();
        house.members.add(Actors.reviewer(), new DomainId("finance"), ada.uid());
        PersonalData data = house.users.export(Household.STRANGER, ada.uid());
        assertThat(data.memberships()).extracting(DomainMembership::domain).containsExactly(new DomainId("finance"));
        assertThat(data.sessions()).hasSize(1);
        assertThat(data.keys()).hasSize(1);

        User erased = house.users.erase(Household.STRANGER, ada.uid(), ANY);

        assertThat(erased.profile().email().value()).isEqualTo(ada.uid() + "@erased.invalid");
        assertThat(house.members.of(ada.uid())).isEmpty();
        for (String credential : List.of(key, signIn.accessToken())) {
            assertThatThrownBy(() -> house.caller(credential)).isInstanceOf(UnauthenticatedException.class);
        }
        assertThatThrownBy(() -> house.signIn(ada)).isInstanceOf(UnauthenticatedException.class);
        assertThatThrownBy(() -> house.users.changeable(ada.uid())).isInstanceOf(ConflictException.class);
        assertThat(house.changes.toString()).doesNotContain("ada@", "clover");
    }

    @Test
    void usersAreListedAndFound() {
        User ada = house.add("ada", Role.VIEWER);
        house.add("bob", Role.VIEWER);
        var page = house.users.list(new UserQuery(Set.of(), Set.of(), Optional.empty(), 1));

        assertThat(page.items()).containsExactly(ada);
        assertThat(page.hasMore()).isTrue();
        assertThat(house.users.changeable(ada.uid())).isEqualTo(ada);
        assertThatThrownBy(() -> house.users.get(NOBODY)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void twoUsersHaveTwoAddresses() {
        User ada = house.add("ada", Role.VIEWER);
        User bob = house.add("bob", Role.VIEWER);

        assertThatThrownBy(() -> house.add("ada", Role.VIEWER)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> house.users.change(
                        Household.STRANGER, bob.uid(), ANY, change(ada, Role.VIEWER, UserStatus.ACTIVE)))
                .isInstanceOf(ConflictException.class);
    }

    private static User bootstrap(Bootstrap bootstrap, String token) {
        return bootstrap.firstAdministrator(Household.STRANGER, token, Household.profile("root"), Household.PASSWORD);
    }

    private static User register(Household house) {
        return house.accounts.register(Household.STRANGER, Household.profile("ada"), Household.PASSWORD);
    }

    private static UserChange change(User user, Role role, UserStatus status) {
        return new UserChange(user.profile(), role, status);
    }

    private static ApiKey.Content content(Scope... scopes) {
        return new ApiKey.Content(new Label("a program"), Set.of(scopes), List.of(), 90);
    }
}
