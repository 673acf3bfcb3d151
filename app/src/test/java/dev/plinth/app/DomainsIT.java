package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DomainsIT {
    private static final String DOMAINS = "/api/v1/domains";

    private final RunningApp app;

    DomainsIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void keepsADomainAsItWasWritten() throws Exception {
        create("company", "");
        Reply created = create("company.finance", "company");

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/domains/company.finance");
        assertThat(created.header("ETag")).isEqualTo("\"r1\"");
        assertThat(created.text("/parent")).isEqualTo("company");
        assertThat(app.api().get(created.header("Location")).body()).isEqualTo(created.body());
    }

    @Test
    void listsTheDomainsBelowOne() throws Exception {
        create("world", "");
        create("world.europe", "world");
        create("world.asia", "world");

        assertThat(app.api().get(DOMAINS + "?parent=world").texts("/items", "domain_id"))
                .containsExactly("world.asia", "world.europe");
    }

    @Test
    void refusesASecondDomainOfTheSameId() throws Exception {
        create("twice", "");

        Reply again = create("twice", "");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("already_exists");
    }

    @Test
    void suggestsTheParentThatWasMeant() throws Exception {
        create("operations", "");

        Reply refused = create("operations.it", "operatoins");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/parent");
        assertThat(refused.text("/errors/0/detail")).endsWith("Did you mean 'operations'?");
    }

    @Test
    void growsToEightLevelsAndNoDeeper() throws Exception {
        create("level1", "");
        for (int level = 2; level <= 8; level++) {
            Reply created = create("level" + level, "level" + (level - 1));
            assertThat(created.status()).as(created.toString()).isEqualTo(201);
        }

        Reply refused = create("level9", "level8");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/detail")).isEqualTo("must be at level 7 at most, but is at level 8");
    }

    private Reply create(String id, String parent) throws IOException, InterruptedException {
        String below = parent.isEmpty() ? "" : ", \"parent\": \"%s\"".formatted(parent);
        return app.api()
                .post(
                        DOMAINS,
                        "{\"domain_id\": \"%s\", \"name\": \"A\", \"description\": \"B.\"%s}".formatted(id, below));
    }
}
