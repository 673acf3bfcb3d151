package dev.plinth.ops.export;

import java.sql.Connection;

/** A database that is exported, and that an export is proven in. */
@FunctionalInterface
interface Source {
    Connection open();
}
