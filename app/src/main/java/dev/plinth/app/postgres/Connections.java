package dev.plinth.app.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Opens connections one at a time, outside of the pool. */
final class Connections {
    private final Login login;

    Connections(Login login) {
        this.login = login;
    }

    /** A connection of which neither opening nor any statement takes much longer than {@code timeout}. */
    Connection open(Duration timeout) throws SQLException {
        String seconds = Long.toString(Math.max(1, timeout.toSeconds()));
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        return DriverManager.getConnection(login.url(), properties);
    }
}
