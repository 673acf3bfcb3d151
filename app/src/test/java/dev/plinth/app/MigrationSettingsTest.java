package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MigrationSettingsTest {
    @Test
    void readsEveryVariable() {
        MigrationSettings settings = MigrationSettings.from(complete());

        assertThat(settings.owner().url()).isEqualTo("jdbc:postgresql://db.internal:5432/mdl");
        assertThat(settings.owner().user()).isEqualTo("mdl_admin");
        assertThat(settings.owner().password()).isEqualTo("owner-secret");
        assertThat(settings.role().user()).isEqualTo("mdl_app");
        assertThat(settings.role().password()).isEqualTo("role-secret");
        assertThat(settings.startWait()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.logLevel()).isEqualTo(Level.INFO);
    }

    @Test
    void reportsEveryMissingVariable() {
        assertThatThrownBy(() -> MigrationSettings.from(Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has 5 faults.")
                .hasMessageContaining("MDL_DATABASE_URL is missing")
                .hasMessageContaining("MDL_DATABASE_OWNER is missing")
                .hasMessageContaining("MDL_DATABASE_OWNER_PASSWORD is missing")
                .hasMessageContaining("MDL_DATABASE_USER is missing")
                .hasMessageContaining("MDL_DATABASE_PASSWORD is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mdl", "mdl app", "mdl\"; drop table metric; --", "1mdl"})
    void refusesNamesOfRolesThatWouldNeedQuotes(String name) {
        Map<String, String> environment = complete();
        environment.put("MDL_DATABASE_USER", name);

        assertThatThrownBy(() -> MigrationSettings.from(environment))
                .hasMessageContaining("the name of the app's role in small letters, digits and _");
    }

    @Test
    void refusesToMakeTheOwnerTheApp() {
        Map<String, String> environment = complete();
        environment.put("MDL_DATABASE_USER", "mdl_admin");

        assertThatThrownBy(() -> MigrationSettings.from(environment))
                .hasMessageContaining("MDL_DATABASE_USER is the schema's owner; expected a role of the app's own");
    }

    @Test
    void showsNoPassword() {
        assertThat(MigrationSettings.from(complete()).toString())
                .contains("mdl_admin")
                .doesNotContain("owner-secret")
                .doesNotContain("role-secret");
    }

    private static Map<String, String> complete() {
        return new HashMap<>(Map.of(
                "MDL_DATABASE_URL", "jdbc:postgresql://db.internal:5432/mdl",
                "MDL_DATABASE_OWNER", "mdl_admin",
                "MDL_DATABASE_OWNER_PASSWORD", "owner-secret",
                "MDL_DATABASE_USER", "mdl_app",
                "MDL_DATABASE_PASSWORD", "role-secret"));
    }
}
