package dev.plinth.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Reach;
import dev.plinth.app.access.Role;
import dev.plinth.app.access.Scope;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.TooManyRequestsException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How people sign in, stay known, and sign out; without a server. */
final class SignInsTest {
    private static final UUID NOBODY = new UUID(9, 9);

    private final Household house = new Household(false);

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

    private static Email email(User user) {
        return user.profile().email();
    }
}
