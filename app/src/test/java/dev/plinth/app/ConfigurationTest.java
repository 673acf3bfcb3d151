package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.http.Admission;
import dev.plinth.app.http.Colour;
import dev.plinth.app.limits.Rates;
import dev.plinth.app.telemetry.TraceSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigurationTest {
    @Test
    void readsEveryVariable() {
        Configuration configuration = Configuration.from(complete());

        assertThat(configuration.api().host()).isEqualTo("10.0.0.7");
        assertThat(configuration.api().port()).isEqualTo(8080);
        assertThat(configuration.admin().host()).isEqualTo("10.0.0.7");
        assertThat(configuration.admin().port()).isEqualTo(8081);
        assertThat(configuration.colour()).isEqualTo(Colour.GREEN);
        assertThat(configuration.database().login().url()).startsWith("jdbc:postgresql://db.internal:5432/mdl?sslmode");
        assertThat(configuration.database().login().user()).isEqualTo("mdl_app");
        assertThat(configuration.database().login().password()).isEqualTo("db-secret");
        assertThat(configuration.redis().url()).isEqualTo("rediss://cache.internal:6379");
        assertThat(configuration.redis().password()).isEqualTo("redis-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"collector:4318", "ftp://collector", "http://user:secret@collector", "http://", "::"})
    void tracesGoToAnAddressOfHttpOnly(String endpoint) {
        Map<String, String> environment = complete();
        environment.put("MDL_OTLP_ENDPOINT", endpoint);

        assertThatThrownBy(() -> Configuration.from(environment))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("MDL_OTLP_ENDPOINT is '%s'; expected http://host:port".formatted(endpoint));
    }

    @Test
    void tracesGoNowhereUnlessTold() {
        Map<String, String> environment = complete();

        assertThat(Configuration.from(environment).traces()).isEqualTo(new TraceSettings("", 100));
        environment.put("MDL_OTLP_ENDPOINT", "https://collector:4318/");
        environment.put("MDL_TRACE_PERCENT", "5");
        assertThat(Configuration.from(environment).traces()).isEqualTo(new TraceSettings("https://collector:4318/", 5));
    }

    @Test
    void hasDefaultsForWhatMayBeLeftOut() {
        Configuration configuration = Configuration.from(complete());

        assertThat(configuration.database().poolSize()).isEqualTo(10);
        assertThat(configuration.database().startWait()).isEqualTo(Duration.ofSeconds(60));
        assertThat(configuration.database().migrates()).isTrue();
        assertThat(configuration.drain().notice()).isEqualTo(Duration.ofSeconds(5));
        assertThat(configuration.drain().finish()).isEqualTo(Duration.ofSeconds(15));
        assertThat(configuration.logLevel()).isEqualTo(Level.INFO);
    }

    @Test
    void takesWhatIsToldInsteadOfADefault() {
        Map<String, String> environment = complete();
        environment.put("MDL_DATABASE_POOL_SIZE", "25");
        environment.put("MDL_DATABASE_WAIT_SECONDS", "0");
        environment.put("MDL_DATABASE_MIGRATE", "false");
        environment.put("MDL_DRAIN_NOTICE_SECONDS", "8");
        environment.put("MDL_DRAIN_FINISH_SECONDS", "20");
        environment.put("MDL_LOG_LEVEL", "warn");

        Configuration configuration = Configuration.from(environment);

        assertThat(configuration.database().poolSize()).isEqualTo(25);
        assertThat(configuration.database().startWait()).isZero();
        assertThat(configuration.database().migrates()).isFalse();
        assertThat(configuration.drain().notice()).isEqualTo(Duration.ofSeconds(8));
        assertThat(configuration.drain().finish()).isEqualTo(Duration.ofSeconds(20));
        assertThat(configuration.logLevel()).isEqualTo(Level.WARNING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MDL_HTTP_PORT             | 80a                         | a whole number from 0 to 65535
            MDL_ADMIN_PORT            | 65536                       | a whole number from 0 to 65535
            MDL_DATABASE_URL          | postgres://db/mdl           | jdbc:postgresql://host:port/database
            MDL_DATABASE_URL          | jdbc:postgresql://db        | jdbc:postgresql://host:port/database
            MDL_DATABASE_POOL_SIZE    | 0                           | a whole number from 1 to 200
            MDL_DATABASE_WAIT_SECONDS | -1                          | a whole number from 0 to 600
            MDL_DATABASE_MIGRATE      | no                          | true or false
            MDL_REDIS_URL             | http://cache                | redis://host:port or rediss://host:port
            MDL_REDIS_URL             | redis://user:word@cache:1   | redis://host:port or rediss://host:port
            MDL_COLOUR                | Blue                        | blue or green
            MDL_LOG_LEVEL             | loud                        | one of debug, info, warn, error
            MDL_REGISTRATION          | yes                         | open or closed
            MDL_DRAIN_FINISH_SECONDS  | 29                          | a whole number from 0 to 28
            """)
    void saysWhatWasExpectedAndFound(String name, String value, String expected) {
        Map<String, String> environment = complete();
        environment.put(name, value);

        assertThatThrownBy(reading(environment))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has 1 fault.")
                .hasMessageContaining("%s is '%s'; expected %s".formatted(name, value, expected));
    }

    @Test
    void masterKeysStandNewestFirstBetweenCommasOrBlanks() {
        Map<String, String> environment = complete();
        String newest = "new-".repeat(8);
        String oldest = "old-".repeat(8);
        environment.put("MDL_KEYS", " %s,\n%s ".formatted(newest, oldest));

        assertThat(Configuration.from(environment).identity().masterKeys()).containsExactly(newest, oldest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MDL_KEYS", "MDL_BOOTSTRAP_TOKEN"})
    void shortSecretsAreRefusedAndNotTold(String name) {
        Map<String, String> environment = complete();
        environment.put(name, "hunter2-".repeat(4).substring(1));

        assertThatThrownBy(reading(environment))
                .hasMessageContaining("has 1 fault.")
                .hasMessageContaining(name)
                .hasMessageContaining("too short; expected at least 32 characters")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void withoutMasterKeysNothingStarts() {
        Map<String, String> environment = complete();
        environment.put("MDL_KEYS", " , ");

        assertThatThrownBy(reading(environment)).hasMessageContaining("MDL_KEYS");
    }

    @Test
    void accountsAreClosedUnlessTheyAreOpened() {
        Map<String, String> environment = complete();
        assertThat(Configuration.from(environment).identity().registrationOpen())
                .isFalse();

        environment.put("MDL_REGISTRATION", "open");
        assertThat(Configuration.from(environment).identity().registrationOpen())
                .isTrue();
    }

    @Test
    void refusesADrainThatWouldNotFitTheGracePeriod() {
        Map<String, String> environment = complete();
        environment.put("MDL_DRAIN_NOTICE_SECONDS", "14");

        assertThatThrownBy(reading(environment))
                .hasMessageContaining(
                        "MDL_DRAIN_NOTICE_SECONDS and MDL_DRAIN_FINISH_SECONDS are more than 28 together");
    }

    @Test
    void reportsEveryFaultAtOnce() {
        Map<String, String> environment = complete();
        environment.remove("MDL_HTTP_HOST");
        environment.put("MDL_HTTP_PORT", "x");
        environment.put("MDL_REDIS_PASSWORD", "  ");

        assertThatThrownBy(reading(environment))
                .hasMessageContaining("has 3 faults.")
                .hasMessageContaining("MDL_HTTP_HOST is missing")
                .hasMessageContaining("MDL_HTTP_PORT is 'x'")
                .hasMessageContaining("MDL_REDIS_PASSWORD is missing");
    }

    @Test
    void treatsClientsAsToldAndElseAsUsual() {
        Map<String, String> environment = complete();
        environment.put("MDL_RATE_WRITE", "7");
        environment.put("MDL_CORS_ORIGINS", "https://a.example.com,http://localhost:3000");

        var manners = Configuration.from(environment).manners();

        assertThat(manners.admission()).isEqualTo(new Admission(5000, 256, 1024));
        assertThat(manners.rates()).isEqualTo(new Rates(600, 7, 300));
        assertThat(manners.origins()).containsExactlyInAnyOrder("https://a.example.com", "http://localhost:3000");
        assertThat(Configuration.from(complete()).manners().origins()).isEmpty();
    }

    @Test
    void anOriginIsNoAddressOfAPage() {
        Map<String, String> environment = complete();
        environment.put("MDL_CORS_ORIGINS", "https://a.example.com/page");

        assertThatThrownBy(reading(environment))
                .hasMessageContaining("MDL_CORS_ORIGINS is 'https://a.example.com/page'");
    }

    @Test
    void showsNoPassword() {
        assertThat(Configuration.from(complete()).toString())
                .contains("db.internal")
                .doesNotContain("db-secret")
                .doesNotContain("redis-secret")
                .doesNotContain("key-key-");
    }

    private static ThrowingCallable reading(Map<String, String> environment) {
        return () -> Configuration.from(environment);
    }

    private static Map<String, String> complete() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "MDL_HTTP_HOST", "10.0.0.7",
                "MDL_HTTP_PORT", "8080",
                "MDL_ADMIN_PORT", "8081",
                "MDL_DATABASE_URL",
                        "jdbc:postgresql://db.internal:5432/mdl?sslmode=verify-full"
                                + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
                "MDL_DATABASE_USER", "mdl_app",
                "MDL_DATABASE_PASSWORD", "db-secret",
                "MDL_REDIS_URL", "rediss://cache.internal:6379",
                "MDL_REDIS_PASSWORD", "redis-secret",
                "MDL_COLOUR", "green"));
        environment.put("MDL_KEYS", "key-".repeat(8));
        return environment;
    }
}
