package dev.plinth.app.support;

import dev.plinth.app.Configuration;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.DatabaseSettings;
import dev.plinth.app.postgres.JdbiTransactions;
import dev.plinth.app.postgres.Migrations;
import dev.plinth.app.work.Transactions;
import java.util.List;
import java.util.Map;

/** A database with nothing but the schema, for tests of what is built on it without a whole app. */
public final class EmptyStore implements AutoCloseable {
    private final Database database;
    private final Transactions transactions;

    public EmptyStore(Map<String, String> environment) {
        DatabaseSettings settings = Configuration.from(environment).database();
        new Migrations(settings.login()).run();
        database = new Database(settings);
        transactions = new JdbiTransactions(database);
    }

    public Database database() {
        return database;
    }

    public Transactions transactions() {
        return transactions;
    }

    /** As the owner of the schema, past all that the app itself would refuse to do. */
    public void execute(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }

    /** The rows of a query, each as the text of its only column. */
    public List<String> texts(String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Override
    public void close() {
        database.close();
    }
}
