package dev.plinth.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Role;
import dev.plinth.app.access.Scope;
import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.NotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What keys may do, and who may do what with them; without a server. */
final class ApiKeysTest {
    private static final IfMatch ANY = new IfMatch.Any();

    private final Household house = new Household(false);

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

    private static ApiKey.Content content(Scope... scopes) {
        return new ApiKey.Content(new Label("a program"), Set.of(scopes), List.of(), 90);
    }

    private List<ApiKey> list(Principal caller) {
        return house.keys
                .list(caller, new ApiKeyQuery(Optional.empty(), "", 10))
                .items();
    }

    private static UserChange change(User user, Role role, UserStatus status) {
        return new UserChange(user.profile(), role, status);
    }
}
