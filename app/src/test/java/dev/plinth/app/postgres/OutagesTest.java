package dev.plinth.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.app.values.OverloadedException;
import dev.plinth.app.values.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutagesTest {
    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "57P01, true",
        "40001, true",
        "40P01, true",
        "08001, false",
        "57014, false",
        "53300, false",
        "55P03, false",
        "25006, false",
    })
    void anOutageIsToldApartFromOneThatANewConnectionMends(String state, boolean momentary) {
        var unavailable =
                catchThrowableOfType(StoreUnavailableException.class, () -> fail(new SQLException("lost", state)));

        assertThat(unavailable.isMomentary()).isEqualTo(momentary);
    }

    @Test
    void aPoolThatHasNoConnectionIsAnOutage() {
        var unavailable = catchThrowableOfType(
                StoreUnavailableException.class,
                () -> fail(new SQLTransientConnectionException("none", new SQLException("refused", "08001"))));

        assertThat(unavailable.isMomentary()).isFalse();
    }

    @Test
    void tooLongAQueueIsNoOutage() {
        assertThatThrownBy(() -> fail(new BusyException("busy"))).isInstanceOf(OverloadedException.class);
    }

    @Test
    void aMistakeInTheProgramStaysOne() {
        assertThatThrownBy(() -> fail(new SQLException("syntax", "42601"))).isInstanceOf(ConnectionException.class);
    }

    private static void fail(SQLException failure) {
        Outages.translated(() -> {
            throw new ConnectionException(failure);
        });
    }
}
