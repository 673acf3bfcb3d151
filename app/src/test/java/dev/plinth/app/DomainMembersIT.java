package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.DomainCalls;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may change what is in a domain. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DomainMembersIT {
    private static final String DOMAINS = DomainCalls.PATH;

    private final Map<String, String> environment;
    private final RunningApp app;
    private final DomainCalls domains;

    DomainMembersIT(Servers servers) throws SQLException {
        environment = servers.environment();
        app = new RunningApp(environment);
        domains = new DomainCalls(app);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void makesUsersMembersAndEndsThat() throws Exception {
        domains.create("joined", "");
        String user = user("joined@example.com");
        String member = DOMAINS + "/joined/members/" + user;

        assertThat(app.api().send("PUT", member, "").status()).isEqualTo(204);
        assertThat(app.api().send("PUT", member, "").status()).isEqualTo(204);
        assertThat(app.api().get(DOMAINS + "/joined/members").texts("/items", "user_uid"))
                .containsExactly(user);
        assertThat(app.api().send("DELETE", member, "").status()).isEqualTo(204);
        assertThat(app.api().send("DELETE", member, "").status()).isEqualTo(404);
        assertThat(app.api().get(DOMAINS + "/joined/members").texts("/items", "user_uid"))
                .isEmpty();
    }

    @Test
    void onlyUsersBecomeMembersAndOnlyOfDomains() throws Exception {
        domains.create("members", "");
        String user = user("members@example.com");

        assertThat(app.api()
                        .send("PUT", DOMAINS + "/members/members/" + UUID.randomUUID(), "")
                        .status())
                .isEqualTo(404);
        assertThat(app.api().send("PUT", DOMAINS + "/members/members/me", "").status())
                .isEqualTo(404);
        assertThat(app.api()
                        .send("PUT", DOMAINS + "/no-domain/members/" + user, "")
                        .status())
                .isEqualTo(404);
        assertThat(app.api().get(DOMAINS + "/no-domain/members").status()).isEqualTo(404);
    }

    @Test
    void membersAreForReviewersAndAdministrators() throws Exception {
        domains.create("guarded-members", "");

        assertThat(app.as(Role.EDITOR).get(DOMAINS + "/guarded-members/members").status())
                .isEqualTo(403);
        assertThat(app.as(Role.REVIEWER)
                        .get(DOMAINS + "/guarded-members/members")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theDatabaseKnowsNoMemberWhoIsNoUser() throws Exception {
        domains.create("checked", "");
        try (var connection = DriverManager.getConnection(
                        environment.getOrDefault("MDL_DATABASE_URL", ""),
                        environment.getOrDefault("MDL_DATABASE_USER", ""),
                        environment.getOrDefault("MDL_DATABASE_PASSWORD", ""));
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(
                            "insert into domain_member (domain_id, user_uid) values ('checked', uuidv7())"))
                    .hasMessageContaining("domain_member_user_uid_fkey");
        }
    }

    private String user(String email) throws IOException, InterruptedException {
        return Accounts.add(app.api(), email, Role.EDITOR).text("/uid");
    }
}
