package dev.plinth.app;

import dev.plinth.app.crypto.BlindIndex;
import dev.plinth.app.crypto.MasterKeys;
import dev.plinth.app.crypto.PasswordHashing;
import dev.plinth.app.crypto.Vault;
import dev.plinth.app.domains.DomainMembers;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.identity.AccountOperations;
import dev.plinth.app.http.identity.ApiKeyOperations;
import dev.plinth.app.http.identity.AuthOperations;
import dev.plinth.app.http.identity.UserOperations;
import dev.plinth.app.http.page.CatalogueSite;
import dev.plinth.app.identity.Accounts;
import dev.plinth.app.identity.ApiKeyUses;
import dev.plinth.app.identity.ApiKeys;
import dev.plinth.app.identity.Authentication;
import dev.plinth.app.identity.Bootstrap;
import dev.plinth.app.identity.Ledger;
import dev.plinth.app.identity.Passwords;
import dev.plinth.app.identity.Sessions;
import dev.plinth.app.identity.SignIns;
import dev.plinth.app.identity.Standings;
import dev.plinth.app.identity.Throttle;
import dev.plinth.app.identity.Users;
import dev.plinth.app.jobs.Job;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.SealedRows;
import dev.plinth.app.postgres.identity.ApiKeyTable;
import dev.plinth.app.postgres.identity.AttemptTable;
import dev.plinth.app.postgres.identity.SealedIdentity;
import dev.plinth.app.postgres.identity.SessionTable;
import dev.plinth.app.postgres.identity.SigningKeyTable;
import dev.plinth.app.postgres.identity.UserTable;
import dev.plinth.app.tokens.AccessTokens;
import dev.plinth.app.tokens.SigningKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Who calls: users, their sessions and their keys. */
final class IdentityFeature {
    private static final Duration HOURLY = Duration.ofHours(1);

    private final Vault vault;
    private final Authentication authentication;
    private final SignIns signIns;
    private final Sessions sessions;
    private final List<Operations> operations;
    private final List<Job> jobs;
    private final List<SealedRows> sealed;

    IdentityFeature(Foundations foundations, DomainMembers members) {
        IdentitySettings settings = foundations.configuration().identity();
        Database database = foundations.database();
        var masters = new MasterKeys(settings.masterKeys());
        vault = new Vault(masters);
        var ledger = new Ledger(foundations.transactions(), foundations.changes(), foundations.clock());
        var emails = new BlindIndex(masters, "app_user.email");
        var userTable = new UserTable(database, vault, emails);
        var sessionTable = new SessionTable(database, vault);
        var keyTable = new ApiKeyTable(database);
        var signingKeys =
                new SigningKeys(new SigningKeyTable(database, vault), foundations.transactions(), foundations.clock());
        var tokens = new AccessTokens(signingKeys, foundations.clock());
        var standings = new Standings(sessionTable, keyTable, foundations.transactions(), foundations.clock());
        authentication = new Authentication(tokens, standings, new ApiKeyUses(keyTable), foundations.clock());
        var throttle = new Throttle(
                new AttemptTable(database), new BlindIndex(masters, "login_attempt.subject"), foundations.clock());
        sessions = new Sessions(sessionTable, standings, ledger);
        var guards = new Accounts.Guards(passwords(), throttle, settings.registrationOpen());
        var accounts = new Accounts(userTable, guards, sessions, ledger);
        signIns = new SignIns(accounts, sessionTable, tokens, ledger);
        var belongings = new Users.Belongings(sessionTable, keyTable, members, standings);
        var users = new Users(userTable, sessions, belongings, ledger);
        var keys = new ApiKeys(keyTable, standings, ledger);
        var bootstrap = new Bootstrap(settings.bootstrapToken(), userTable, accounts, ledger);
        operations = List.of(
                new AuthOperations(bootstrap, accounts, signIns, signingKeys),
                new AccountOperations(accounts, sessions, users, keys),
                new ApiKeyOperations(keys),
                new UserOperations(users, accounts));
        jobs = List.of(
                new Job("signing-keys", HOURLY, signingKeys::rotate),
                new Job("old-sessions", HOURLY, sessions::forgetOld),
                new Job("old-attempts", HOURLY, throttle::forgetOld));
        sealed = new SealedIdentity(vault, emails).tables();
    }

    private static Passwords passwords() {
        var hashing = new PasswordHashing(PasswordHashing.Cost.OWASP);
        return new Passwords(hashing, Runtime.getRuntime().availableProcessors());
    }

    Authentication authenticator() {
        return authentication;
    }

    /** For the pages, on which people sign in too. */
    CatalogueSite.Door door(Clock clock) {
        return new CatalogueSite.Door(signIns, sessions, authentication, vault, clock);
    }

    List<Operations> operations() {
        return operations;
    }

    List<Job> jobs() {
        return jobs;
    }

    /** What other master keys than the newest one may have sealed. */
    List<SealedRows> sealed() {
        return sealed;
    }
}
