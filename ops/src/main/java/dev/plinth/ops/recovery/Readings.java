package dev.plinth.ops.recovery;

import dev.plinth.ops.database.Login;
import dev.plinth.ops.recovery.Reading.Refused;
import dev.plinth.ops.recovery.Reading.Rows;
import dev.plinth.ops.tls.Authority;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one database answered to all questions of a script, at one moment. */
record Readings(Map<String, Reading> answers, Reading newestChange) {

    /** Asks everything. */
    static Readings ask(Login login, Authority authority, Script script) {
        try (var sql = Sql.open(login, authority)) {
            Map<String, Reading> answers = new LinkedHashMap<>();
            for (var assertion : script.assertions()) {
                answers.put(assertion.name(), ask(sql, assertion.sql()));
            }
            return new Readings(answers, ask(sql, script.newestChange()));
        }
    }

    /** The time of the newest change, if it could be told. */
    Optional<Instant> newest() {
        return Expectation.time(newestChange);
    }

    /** The answer to one of them. */
    Reading of(Assertion assertion) {
        return answers.getOrDefault(assertion.name(), new Refused("nobody asked"));
    }

    private static Reading ask(Sql sql, String question) {
        try {
            return new Rows(sql.rows(question));
        } catch (SQLException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }
}
