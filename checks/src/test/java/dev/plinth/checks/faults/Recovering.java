package dev.plinth.checks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.checks.Owner;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The commands that bring data back, and what an owner of the database does to need them. */
final class Recovering {
    /** The row of the last second before the table was dropped. */
    static final int BEFORE = 1;

    private static final int AFTER = 2;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A moment is asked for in whole seconds. */
    private static final Duration SECOND = Duration.ofMillis(1_100);

    private final Site site;
    private final Path sandbox;
    private final List<Integer> restored = new ArrayList<>();
    private Duration took = Duration.ZERO;

    Recovering(Site site, Path sandbox) {
        this.site = site;
        this.sandbox = sandbox;
    }

    String succeed(String arguments) {
        return Site.succeed(site.shell(), "./plinth " + arguments);
    }

    /** Writes two rows with a second between them, drops their table, and brings it back in a copy as of that second. */
    void dropAndRestore() throws Exception {
        var owner = new Owner(sandbox, json("output operations"));
        Instant between;
        try (var database = owner.enter()) {
            execute(database, "CREATE TABLE drilled (id int PRIMARY KEY)");
            execute(database, "INSERT INTO drilled VALUES (%d)".formatted(BEFORE));
            between = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Thread.sleep(SECOND);
            execute(database, "INSERT INTO drilled VALUES (%d)".formatted(AFTER));
            execute(database, "DROP TABLE drilled");
        }
        var begun = Instant.now();
        var copy = json("restore --json --to " + between);
        took = Duration.between(begun, Instant.now());
        read(owner, copy);
        succeed("restore --remove " + copy.at("/stack").asText());
    }

    /** The rows of the table that came back. */
    List<Integer> restored() {
        return List.copyOf(restored);
    }

    /** From the wish for a copy to a copy that answers. */
    long tookMillis() {
        return took.toMillis();
    }

    private void read(Owner owner, JsonNode copy) throws SQLException {
        var endpoint =
                "%s:%d".formatted(copy.at("/host").asText(), copy.at("/port").asInt());
        var password = succeed("restore --password " + copy.at("/stack").asText());
        try (var database = owner.enter(endpoint, password.strip());
                var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT id FROM drilled ORDER BY id")) {
            while (rows.next()) {
                restored.add(rows.getInt(1));
            }
        }
    }

    private JsonNode json(String arguments) throws IOException {
        return JSON.readTree(succeed(arguments));
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
