package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.DomainCalls;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Domains as they are written, read, changed and deleted. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DomainsIT {
    private static final String DOMAINS = DomainCalls.PATH;

    private final RunningApp app;
    private final DomainCalls domains;

    DomainsIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
        domains = new DomainCalls(app);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void keepsADomainAsItWasWritten() throws Exception {
        domains.create("company", "");
        Reply created = domains.create("company.finance", "company");

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/domains/company.finance");
        assertThat(created.header("ETag")).isEqualTo("\"r1\"");
        assertThat(created.text("/parent")).isEqualTo("company");
        assertThat(app.api().get(created.header("Location")).body()).isEqualTo(created.body());
    }

    @Test
    void listsTheDomainsBelowOne() throws Exception {
        domains.create("world", "");
        domains.create("world.europe", "world");
        domains.create("world.asia", "world");

        assertThat(app.api().get(DOMAINS + "?parent=world").texts("/items", "domain_id"))
                .containsExactly("world.asia", "world.europe");
    }

    @Test
    void refusesASecondDomainOfTheSameId() throws Exception {
        domains.create("twice", "");

        Reply again = domains.create("twice", "");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("already_exists");
    }

    @Test
    void suggestsTheParentThatWasMeant() throws Exception {
        domains.create("operations", "");

        Reply refused = domains.create("operations.it", "operatoins");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/parent");
        assertThat(refused.text("/errors/0/detail")).endsWith("Did you mean 'operations'?");
    }

    @Test
    void changesOnlyWhatIsNamed() throws Exception {
        domains.create("named", "");

        Reply changed = domains.patch("named", "{\"name\": \"Renamed\"}");

        assertThat(changed.text("/name")).isEqualTo("Renamed");
        assertThat(changed.text("/description")).isEqualTo("B.");
        assertThat(app.api().get(DOMAINS + "/named").body()).isEqualTo(changed.body());
    }

    @Test
    void neverChangesAnId() throws Exception {
        domains.create("fixed", "");

        Reply refused = domains.patch("fixed", "{\"domain_id\": \"other\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/domain_id");
    }

    @Test
    void refusesAPatchThatNamesWhatIsNotKnown() throws Exception {
        domains.create("strict", "");

        assertThat(domains.patch("strict", "{\"nmae\": null}").text("/errors/0/detail"))
                .endsWith("Did you mean 'name'?");
        assertThat(domains.patch("strict", "{\"name\": null}").text("/errors/0/code"))
                .isEqualTo("missing");
    }

    @Test
    void aChangeNeedsTheRevisionThatWasRead() throws Exception {
        domains.create("guarded", "");
        domains.patch("guarded", "{\"name\": \"Second\"}");

        assertThat(app.api()
                        .send("PATCH", DOMAINS + "/guarded", "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(428);
        assertThat(app.api()
                        .send("DELETE", DOMAINS + "/guarded", "", "If-Match", "\"r1\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void deletesADomainThatIsEmpty() throws Exception {
        domains.create("empty", "");

        assertThat(domains.delete("empty").status()).isEqualTo(204);
        assertThat(app.api().get(DOMAINS + "/empty").status()).isEqualTo(404);
        assertThat(domains.tree("empty").status()).isEqualTo(404);
        assertThat(domains.delete("empty").status()).isEqualTo(404);
    }

    @Test
    void keepsADomainThatSomethingBelongsTo() throws Exception {
        domains.create("parent", "");
        domains.create("parent.child", "parent");
        app.create("parent.metric", "parent");

        Reply refused = domains.delete("parent");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail"))
                .isEqualTo("The domain 'parent' still has metrics (1), objectives (0) or domains right below it (1)."
                        + " Move or delete them first.");
    }
}
