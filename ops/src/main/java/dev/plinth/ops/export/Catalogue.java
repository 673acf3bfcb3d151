package dev.plinth.ops.export;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a database consists of, by its own catalogue. */
final class Catalogue {
    /** Columns that are derived are left out; a table of such columns only has nothing to copy. */
    private static final String TABLES = """
            select n.nspname, c.relname,
                   array(select a.attname::text from pg_attribute a
                          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                          order by a.attnum),
                   array(select a.attname::text
                           from pg_index i
                           cross join lateral unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
                           join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                          where i.indrelid = c.oid and i.indisprimary
                          order by k.place)
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and c.relpersistence = 'p'
               and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
               and not exists (select 1 from pg_depend d
                                where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
             order by n.nspname, c.relname""";

    private static final String HISTORY = "select to_regclass('flyway_schema_history') is not null";

    private static final String VERSION = """
            select version from flyway_schema_history
             where success and version is not null order by installed_rank desc limit 1""";

    private static final String SEQUENCES = """
            select schemaname || '.' || sequencename, coalesce(last_value, 0)
              from pg_sequences where schemaname not like 'pg\\_%'""";

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    List<Table> tables() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            var tables = new ArrayList<Table>();
            while (rows.next()) {
                var columns = texts(rows.getArray(3));
                var key = texts(rows.getArray(4));
                if (!columns.isEmpty()) {
                    tables.add(new Table(rows.getString(1), rows.getString(2), columns, key.isEmpty() ? columns : key));
                }
            }
            return tables;
        }
    }

    /** The number of the last migration; 0 of a database that was never migrated. */
    String schemaVersion() throws SQLException {
        return text(HISTORY).equals("t") ? text(VERSION) : "0";
    }

    String serverVersion() throws SQLException {
        return text("show server_version");
    }

    /** The last value of each sequence; 0 of one that was never used. */
    Map<String, Long> sequences() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SEQUENCES)) {
            var values = new TreeMap<String, Long>();
            while (rows.next()) {
                values.put(rows.getString(1), rows.getLong(2));
            }
            return values;
        }
    }

    private String text(String question) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() ? String.valueOf(row.getString(1)) : "0";
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return array.getArray() instanceof String[] texts ? List.of(texts) : List.of();
    }
}
