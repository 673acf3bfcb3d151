package dev.plinth.app.metrics;

/** The language that an expression is written in. */
public enum Dialect {
    ANSI_SQL,
    SNOWFLAKE,
    BIGQUERY,
    DATABRICKS,
    MDX,
    TABLEAU,
    MAQL,
    DAX,
    PROMQL,
    OTHER
}
