package dev.plinth.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StatementNamesTest {
    @Test
    void aStatementIsNamedAfterTheMethodOfItsTable() {
        assertThat(StatementNames.name("dev.plinth.app.postgres.MetricTable", "find"))
                .isEqualTo("metric.find");
        assertThat(StatementNames.name("dev.plinth.app.postgres.identity.ApiKeyTable", "insertMany"))
                .isEqualTo("api_key.insert_many");
    }

    @Test
    void aLambdaCountsAsTheMethodThatItStandsIn() {
        assertThat(StatementNames.name("dev.plinth.app.postgres.MetricTable", "lambda$list$2"))
                .isEqualTo("metric.list");
        assertThat(StatementNames.name("dev.plinth.app.postgres.MetricTable$Rows", "read"))
                .isEqualTo("metric.read");
    }
}
