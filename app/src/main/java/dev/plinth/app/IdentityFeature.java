package dev.plinth.app;

import dev.plinth.app.crypto.BlindIndex;
import dev.plinth.app.crypto.MasterKeys;
import dev.plinth.app.crypto.PasswordHashing;
import dev.plinth.app.crypto.Vault;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.identity.AuthOperations;
import dev.plinth.app.http.identity.UserOperations;
import dev.plinth.app.http.page.CatalogueSite;
import dev.plinth.app.identity.Authentication;
import dev.plinth.app.identity.Bootstrap;
import dev.plinth.app.identity.Passwords;
import dev.plinth.app.identity.Sessions;
import dev.plinth.app.identity.Users;
import dev.plinth.app.jobs.Job;
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
    private final Authentication authenticator;
    private final Sessions sessions;
    private final Vault vault;
    private final List<Operations> operations;
    private final List<Job> jobs;

    IdentityFeature(Foundations foundations) {
        IdentitySettings settings = foundations.configuration().identity();
        var masters = new MasterKeys(settings.masterKeys());
        vault = new Vault(masters);
        var signingKeys = new SigningKeys(
                new SigningKeyTable(foundations.database(), vault), foundations.transactions(), foundations.clock());
        var tokens = new AccessTokens(signingKeys, foundations.clock());
        var userTable = new UserTable(foundations.database(), vault, new BlindIndex(masters, "app_user.email"));
        var sessionTable = new SessionTable(foundations.database(), vault);
        var passwords = new Passwords(
                new PasswordHashing(PasswordHashing.Cost.OWASP),
                Runtime.getRuntime().availableProcessors());
        var users = new Users(userTable, passwords, foundations.transactions(), foundations.changes());
        sessions = new Sessions(
                new Sessions.Stores(userTable, sessionTable),
                passwords,
                tokens,
                new Sessions.Work(foundations.transactions(), foundations.changes(), foundations.clock()));
        authenticator = new Authentication(tokens, sessionTable);
        operations = List.of(
                new AuthOperations(new Bootstrap(settings.bootstrapToken(), users), sessions),
                new UserOperations(users));
        jobs = List.of(new Job("signing-keys", Duration.ofHours(1), signingKeys::rotate));
    }

    Authentication authenticator() {
        return authenticator;
    }

    /** For the pages, on which people sign in too. */
    CatalogueSite.Door door(Clock clock) {
        return new CatalogueSite.Door(sessions, authenticator, vault, clock);
    }

    List<Operations> operations() {
        return operations;
    }

    List<Job> jobs() {
        return jobs;
    }
}
