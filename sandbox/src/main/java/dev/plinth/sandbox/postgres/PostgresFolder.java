package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.certificate.CertificateFiles;
import java.nio.file.Path;

/** Where a server keeps what. */
record PostgresFolder(Path root) {
    Path data() {
        return root.resolve("data");
    }

    /** Finished WAL segments: with a base backup, all that a restore to any second needs. */
    Path archive() {
        return root.resolve("archive");
    }

    /** Base backups, by the moment they were begun. */
    Path backups() {
        return root.resolve("backups");
    }

    Path archiveState() {
        return root.resolve("archive.json");
    }

    Path record() {
        return root.resolve("server.json");
    }

    Path configuration() {
        return data().resolve("postgresql.conf");
    }

    Path access() {
        return data().resolve("pg_hba.conf");
    }

    CertificateFiles certificate() {
        return new CertificateFiles(root.resolve("certificate.pem"), root.resolve("key.pem"));
    }
}
