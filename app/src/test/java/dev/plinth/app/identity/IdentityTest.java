package dev.plinth.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Reach;
import dev.plinth.app.access.Role;
import dev.plinth.app.access.Scope;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.support.DirectTransactions;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.TooManyRequestsException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What identity decides, without a server. */
final class IdentityTest {
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
    void aUserSignsInIsKnownAndSignsOut() {
        User ada = house.add("ada", Role.REVIEWER);
        SignIn signIn = house.signIn(ada);
        Principal caller = house.caller(signIn.accessToken());

        assertThat(caller.id()).isEqualTo(ada.uid().toString());
        assertThat(caller.has(Scope.METRICS_PUBLISH)).isTrue();
        assertThat(caller.reach()).isEqualTo(new Reach.Everywhere());
        assertThat(house.authentication.ofSession(signIn.session().id())).contains(caller);
        assertThat(signIn.toString()).doesNotContain(signIn.refreshToken());

        house.sessions.logout(house.actor(signIn));
        assertThatThrownBy(() -> house.caller(signIn.accessToken())).isInstanceOf(UnauthenticatedException.class);
        assertThat(house.happened()).containsExactly("user.created", "session.opened", "session.closed");
    }

    @Test
    void anEditorReachesTheirDomainsOnly() {
        var finance = new DomainId("finance");

        assertThat(new Standing(NOBODY, Role.EDITOR, Set.of(finance)).reach())
                .isEqualTo(new Reach.Within(Set.of(finance)));
    }

    @Test
    void whoSendsNothingIsNobodyAndNonsenseIsRefused() {
        assertThat(house.authentication.authenticate(Optional.empty(), "192.0.2.7"))
                .isEqualTo(Principal.NOBODY);
        for (String header : List.of("", "Basic YTpi", "Bearer", "Bearer a b", "Bearer " + "x".repeat(3000))) {
            assertThatThrownBy(() -> house.authentication.authenticate(Optional.of(header), "192.0.2.7"))
                    .as(header)
                    .isInstanceOf(UnauthenticatedException.class);
        }
    }

    @Test
    void anAccessTokenThatWasKnownEndsAllTheSame() {
        SignIn signIn = house.signIn(house.add("ada", Role.VIEWER));
        house.clock.forward(Duration.ofMinutes(14).plusSeconds(55));
        house.caller(signIn.accessToken());
        house.clock.forward(Duration.ofSeconds(15));

        assertThatThrownBy(() -> house.caller(signIn.accessToken())).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void wrongPasswordsAreCountedUntilTheWindowIsOver() {
        User ada = house.add("ada", Role.VIEWER);
        for (int attempt = 0; attempt < Throttle.ATTEMPTS_MAX; attempt++) {
            assertThatThrownBy(() -> house.signIns.open(Household.STRANGER, email(ada), "wrong"))
                    .isInstanceOf(UnauthenticatedException.class);
        }
        assertThatThrownBy(() -> house.signIn(ada))
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        often -> assertThat(often.retryAfter()).isEqualTo(Throttle.WINDOW.plusSeconds(1)));

        house.clock.forward(Throttle.WINDOW);
        house.throttle.forgetOld();
        assertThat(house.signIn(ada).user()).isEqualTo(ada);
        assertThat(house.happened()).filteredOn("session.refused"::equals).hasSize(Throttle.ATTEMPTS_MAX);
    }

    @Test
    void anUnknownUserIsRefusedLikeAKnownOne() {
        assertThatThrownBy(() -> house.signIns.open(Household.STRANGER, new Email("no@example.com"), "wrong"))
                .isInstanceOf(UnauthenticatedException.class)
                .hasMessage("The e-mail address or the password is wrong.");
    }

    @Test
    void aRefreshTokenIsGoodOnceAndASecondUseClosesTheSession() {
        SignIn first = house.signIn(house.add("ada", Role.VIEWER));
        SignIn second = house.signIns.refresh(Household.STRANGER, first.refreshToken());
        assertThat(second.session()).isEqualTo(first.session());

        for (SignIn dead : List.of(first, second)) {
            assertThatThrownBy(() -> house.signIns.refresh(Household.STRANGER, dead.refreshToken()))
                    .isInstanceOf(UnauthenticatedException.class);
        }
        assertThatThrownBy(() -> house.caller(second.accessToken())).isInstanceOf(UnauthenticatedException.class);
        assertThat(house.happened()).endsWith("session.closed");
    }

    @Test
    void aNewPasswordClosesAllOtherSessions() {
        User ada = house.add("ada", Role.VIEWER);
        SignIn here = house.signIn(ada);
        SignIn there = house.signIn(ada);
        var next = new Password("another-49-lisbon-tram");

        assertThatThrownBy(() -> house.accounts.changePassword(house.actor(here), "wrong", next))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> house.accounts.changePassword(
                        house.actor(here), Household.PASSWORD.value(), Household.PASSWORD))
                .isInstanceOf(InvalidFieldException.class);
        house.accounts.changePassword(house.actor(here), Household.PASSWORD.value(), next);

        assertThat(house.sessions
                        .list(house.caller(here.accessToken()), Optional.empty(), 10)
                        .items())
                .containsExactly(here.session());
        assertThatThrownBy(() -> house.caller(there.accessToken())).isInstanceOf(UnauthenticatedException.class);
        house.accounts.resetPassword(Household.STRANGER, ada.uid(), Household.PASSWORD);
        assertThatThrownBy(() -> house.caller(here.accessToken())).isInstanceOf(UnauthenticatedException.class);
        assertThatThrownBy(() -> house.accounts.resetPassword(Household.STRANGER, NOBODY, next))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void onesOwnSessionsAreClosedAndOthersNotFound() {
        SignIn ada = house.signIn(house.add("ada", Role.VIEWER));
        SignIn bob = house.signIn(house.add("bob", Role.VIEWER));

        assertThatThrownBy(() ->
                        house.sessions.revoke(house.actor(ada), bob.session().id()))
                .isInstanceOf(NotFoundException.class);
        house.sessions.revoke(house.actor(bob), bob.session().id());
        assertThatThrownBy(() -> house.caller(bob.accessToken())).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void sessionsThatAreOverForAMonthAreForgotten() {
        SignIn ada = house.signIn(house.add("ada", Role.VIEWER));
        house.clock.forward(Sessions.LIFETIME.plus(Duration.ofDays(31)));
        house.sessions.forgetOld();

        assertThatThrownBy(() -> house.signIns.refresh(Household.STRANGER, ada.refreshToken()))
                .isInstanceOf(UnauthenticatedException.class);
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
        PersonalData data = house.users.export(Household.STRANGER, ada.uid());
        assertThat(data.sessions()).hasSize(1);
        assertThat(data.keys()).hasSize(1);

        User erased = house.users.erase(Household.STRANGER, ada.uid(), ANY);

        assertThat(erased.profile().email().value()).isEqualTo(ada.uid() + "@erased.invalid");
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

    @Test
    void aKeyDoesWhatItAndItsOwnerMay() {
        house.add("root", Role.ADMIN);
        User ada = house.add("ada", Role.EDITOR);
        var actor = house.actor(house.signIn(ada));
        ApiKeys.Made made = house.keys.create(actor, content(Scope.METRICS_READ, Scope.METRICS_WRITE));
        Principal program = house.caller(made.text().text());
        assertThat(program.scopes()).containsExactlyInAnyOrder(Scope.METRICS_READ, Scope.METRICS_WRITE);
        assertThat(house.keys.used(program)).isEqualTo(made.key());
        house.caller(made.text().text());
        assertThat(house.keyStore.uses()).containsExactly(made.key().id());

        house.users.change(Household.STRANGER, ada.uid(), ANY, change(ada, Role.VIEWER, UserStatus.ACTIVE));
        assertThat(house.caller(made.text().text()).scopes()).containsExactly(Scope.METRICS_READ);
        house.clock.forward(Duration.ofDays(91));
        assertThatThrownBy(() -> house.caller(made.text().text())).hasMessageContaining("over");
    }

    @Test
    void aKeyIsRefusedElsewhereAndWithAnotherSecret() {
        var actor = house.actor(house.signIn(house.add("ada", Role.EDITOR)));
        var inside =
                new ApiKey.Content(new Label("k"), Set.of(Scope.METRICS_READ), List.of(new IpNetwork("10.0.0.0/8")), 1);
        ApiKeyText text = house.keys.create(actor, inside).text();

        assertThatThrownBy(() -> house.caller(text.text())).hasMessageContaining("192.0.2.7");
        assertThatThrownBy(() -> house.caller(new ApiKeyText(text.id(), "0".repeat(64)).text()))
                .isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void keysAreChangedRotatedAndRevokedByTheirOwners() {
        var ada = house.actor(house.signIn(house.add("ada", Role.EDITOR)));
        var bob = house.actor(house.signIn(house.add("bob", Role.EDITOR)));
        var root = house.actor(house.signIn(house.add("root", Role.ADMIN)));
        ApiKeys.Made made = house.keys.create(ada, content(Scope.METRICS_READ));
        String id = made.key().id();

        assertThatThrownBy(() -> house.keys.create(ada, content(Scope.USERS_READ)))
                .isInstanceOf(InvalidFieldException.class);
        assertThat(house.keys
                        .change(ada, id, ANY, content(Scope.DOMAINS_READ))
                        .content()
                        .scopes())
                .containsExactly(Scope.DOMAINS_READ);
        String rotated = house.keys.rotate(ada, id).text().text();
        assertThatThrownBy(() -> house.caller(made.text().text())).isInstanceOf(UnauthenticatedException.class);
        assertThat(house.caller(rotated).id()).isEqualTo(id);
        for (var other : List.of(bob, root)) {
            assertThatThrownBy(() -> house.keys.rotate(other, id)).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> house.keys.get(bob.principal(), id)).isInstanceOf(NotFoundException.class);
        assertThat(house.keys.get(root.principal(), id).id()).isEqualTo(id);
        assertThat(list(bob.principal())).isEmpty();
        assertThat(list(root.principal())).hasSize(1);
        house.keys.revoke(root, id);
        assertThatThrownBy(() -> house.caller(rotated)).isInstanceOf(UnauthenticatedException.class);
        assertThat(house.happened())
                .endsWith("api_key.created", "api_key.updated", "api_key.rotated", "api_key.revoked");
    }

    @Test
    void fiftyKeysAreEnough() {
        var ada = house.actor(house.signIn(house.add("ada", Role.EDITOR)));
        for (int key = 0; key < 50; key++) {
            house.keys.create(ada, content(Scope.METRICS_READ));
        }

        assertThatThrownBy(() -> house.keys.create(ada, content(Scope.METRICS_READ)))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void aKeyMakesNoKey() {
        var ada = house.actor(house.signIn(house.add("ada", Role.EDITOR)));
        Principal program = house.caller(
                house.keys.create(ada, content(Scope.METRICS_READ)).text().text());

        assertThatThrownBy(() -> Sessions.own(program)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> list(program)).isInstanceOf(ForbiddenException.class);
    }

    private List<ApiKey> list(Principal caller) {
        return house.keys
                .list(caller, new ApiKeyQuery(Optional.empty(), "", 10))
                .items();
    }

    private static ApiKey.Content content(Scope... scopes) {
        return new ApiKey.Content(new Label("a program"), Set.of(scopes), List.of(), 90);
    }

    private static UserChange change(User user, Role role, UserStatus status) {
        return new UserChange(user.profile(), role, status);
    }

    private static Email email(User user) {
        return user.profile().email();
    }

    private static User bootstrap(Bootstrap bootstrap, String token) {
        return bootstrap.firstAdministrator(Household.STRANGER, token, Household.profile("root"), Household.PASSWORD);
    }

    private static User register(Household house) {
        return house.accounts.register(Household.STRANGER, Household.profile("ada"), Household.PASSWORD);
    }
}
