package dev.plinth.app.identity;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Role;
import dev.plinth.app.changes.Change;
import dev.plinth.app.crypto.BlindIndex;
import dev.plinth.app.crypto.MasterKeys;
import dev.plinth.app.crypto.PasswordHashing;
import dev.plinth.app.domains.DomainMap;
import dev.plinth.app.domains.DomainMembers;
import dev.plinth.app.domains.MembersInMemory;
import dev.plinth.app.support.DirectTransactions;
import dev.plinth.app.support.TestClock;
import dev.plinth.app.tokens.AccessTokens;
import dev.plinth.app.tokens.KeysInMemory;
import dev.plinth.app.tokens.SigningKeys;
import dev.plinth.app.values.Label;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All of identity without a server. */
final class Household {
    static final Actor STRANGER = new Actor(Principal.NOBODY, "192.0.2.7", "request");
    static final Password PASSWORD = new Password("clover-tram-49-lisbon");

    final TestClock clock = new TestClock();
    final List<Change> changes = new ArrayList<>();
    final UsersInMemory userStore = new UsersInMemory();
    final ApiKeysInMemory keyStore = new ApiKeysInMemory(userStore, clock.instant());
    final DomainMembers members;
    final Users users;
    final Accounts accounts;
    final SignIns signIns;
    final Sessions sessions;
    final ApiKeys keys;
    final Bootstrap bootstrap;
    final Throttle throttle;
    final Authentication authentication;

    Household(boolean open) {
        var transactions = new DirectTransactions();
        var ledger = new Ledger(transactions, (actor, change) -> changes.add(change), clock);
        var sessionStore = new SessionsInMemory(userStore);
        var standings = new Standings(sessionStore, keyStore, transactions, clock);
        var tokens = new AccessTokens(new SigningKeys(new KeysInMemory(), transactions, clock), clock);
        var index = new BlindIndex(new MasterKeys(List.of("k".repeat(32))), "attempts");
        throttle = new Throttle(new AttemptsInMemory(), index, clock);
        sessions = new Sessions(sessionStore, standings, ledger);
        var passwords = new Passwords(new PasswordHashing(new PasswordHashing.Cost(64, 1, 1)), 1);
        accounts = new Accounts(userStore, new Accounts.Guards(passwords, throttle, open), sessions, ledger);
        signIns = new SignIns(accounts, sessionStore, tokens, ledger);
        members = new DomainMembers(
                new MembersInMemory(),
                new DomainMap().with("finance", Optional.empty()),
                transactions,
                (actor, change) -> changes.add(change));
        var belongings = new Users.Belongings(sessionStore, keyStore, members, standings);
        users = new Users(userStore, sessions, belongings, ledger);
        keys = new ApiKeys(keyStore, standings, ledger);
        bootstrap = new Bootstrap("t".repeat(32), userStore, accounts, ledger);
        authentication = new Authentication(tokens, standings, new ApiKeyUses(keyStore), clock);
    }

    static Profile profile(String name) {
        return new Profile(new Email(name + "@example.com"), new Label(name));
    }

    User add(String name, Role role) {
        return accounts.create(STRANGER, new NewUser(profile(name), role, PASSWORD));
    }

    SignIn signIn(User user) {
        return signIns.open(STRANGER, user.profile().email(), PASSWORD.value());
    }

    Principal caller(String credential) {
        return authentication.authenticate(Optional.of("Bearer " + credential), STRANGER.address());
    }

    Actor actor(SignIn signIn) {
        return new Actor(caller(signIn.accessToken()), STRANGER.address(), "request");
    }

    /** What happened, in its order. */
    List<String> happened() {
        return changes.stream().map(change -> change.type().text()).toList();
    }

    /** Attempts that are gone with the test. */
    private static final class AttemptsInMemory implements AttemptStore {
        private final List<Attempt> attempts = new ArrayList<>();

        private record Attempt(String who, Instant at) {}

        @Override
        public List<Instant> add(String who, Instant at, Instant since) {
            attempts.add(new Attempt(who, at));
            return attempts.stream()
                    .filter(attempt -> attempt.who().equals(who) && attempt.at().isAfter(since))
                    .map(Attempt::at)
                    .toList();
        }

        @Override
        public void remove(String who, Instant at) {
            attempts.remove(new Attempt(who, at));
        }

        @Override
        public void removeAll(String who) {
            attempts.removeIf(attempt -> attempt.who().equals(who));
        }

        @Override
        public void removeBefore(Instant time) {
            attempts.removeIf(attempt -> attempt.at().isBefore(time));
        }
    }
}
