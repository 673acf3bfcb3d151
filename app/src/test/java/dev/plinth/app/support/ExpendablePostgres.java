package dev.plinth.app.support;

import dev.plinth.app.local.LocalPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL that one test may kill as a power cut would, and start again over the same files. */
public final class ExpendablePostgres implements AutoCloseable {
    private static final String DATABASE = "mdl";
    private static final String ROOT = "root";

    private final Path data;
    private final LocalPostgres server;
    private final String url;
    private final List<String> command;

    ExpendablePostgres(Path folder, Path programs, String password) throws IOException, SQLException {
        data = folder.resolve("postgres");
        server = new LocalPostgres(folder, programs, password);
        url = server.createDatabase(DATABASE);
        // The library that starts it turns this off, for speed.
        server.execute("alter database %s set synchronous_commit = on".formatted(DATABASE));
        command = List.of(Files.readString(Path.of("/proc", Long.toString(pid()), "cmdline"))
                .split("\0"));
    }

    public String url() {
        return url;
    }

    /** Ends every process of the server, with no chance to write anything. */
    public void kill() throws IOException {
        ProcessHandle main = ProcessHandle.of(pid()).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(main.children().toList());
        all.addFirst(main);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    public void restart() throws IOException {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        var whole = new ArrayList<String>();
        if (System.getProperty("user.name", "").equals(ROOT)) {
            // The server refuses to be root, and is nobody to itself in a namespace of its own.
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(command);
        new ProcessBuilder(whole)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.UTF_8)
                .getFirst()
                .strip());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
