package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.certificate.CertificateFiles;
import dev.plinth.sandbox.machine.Endpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text of a node's configuration file. */
final class RedisConfiguration {
    /** Parameters that only the cloud's Redis knows. */
    private static final Set<String> CLOUD_ONLY = Set.of(
            "reserved-memory",
            "reserved-memory-percent",
            "close-on-slave-write",
            "close-on-replica-write",
            "cluster-enabled",
            "cluster-allow-reads-when-down");

    private RedisConfiguration() {}

    /** A node's files: its own folder, its certificate, and the authority's certificate. */
    record Files(Path folder, CertificateFiles certificate, Path trusted) {}

    static String text(Formation group, int index, Files files) {
        var lines = new ArrayList<String>();
        var settings = group.spec().settings();
        parameters(settings).forEach((name, value) -> lines.add(line(name, value)));
        lines.addAll(listening(group.node(index), settings.tls(), files));
        lines.add(line("dir", files.folder().toString()));
        // As in the cloud, a cache is not kept on disk.
        lines.addAll(List.of("save \"\"", "appendonly no", "daemonize no", "logfile \"\"", "protected-mode no"));
        lines.addAll(List.of("repl-diskless-sync yes", "repl-diskless-sync-delay 0"));
        lines.addAll(admission(group.tokens()));
        group.follows(index).ifPresent(leader -> lines.add("replicaof %s %d".formatted(leader.host(), leader.port())));
        return String.join("\n", lines) + "\n";
    }

    /** Who may connect, and how the node itself does with whom it follows: by the newest token. */
    private static List<String> admission(List<String> tokens) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        var own = line("masterauth", tokens.getLast());
        if (tokens.size() == 1) {
            return List.of(line("requirepass", tokens.getLast()), own);
        }
        var passwords = tokens.stream().map(token -> quoted(">" + token)).collect(Collectors.joining(" "));
        return List.of("user default on ~* &* +@all " + passwords, own);
    }

    /** The parameters that mean something here. */
    static Map<String, String> parameters(RedisSettings settings) {
        var known = new TreeMap<>(settings.parameters());
        known.keySet().removeAll(CLOUD_ONLY);
        return known;
    }

    private static List<String> listening(Endpoint endpoint, boolean tls, Files files) {
        if (!tls) {
            return List.of("bind " + endpoint.host(), "port " + endpoint.port());
        }
        return List.of(
                "bind " + endpoint.host(),
                "port 0",
                "tls-port " + endpoint.port(),
                line("tls-cert-file", files.certificate().certificate().toString()),
                line("tls-key-file", files.certificate().key().toString()),
                line("tls-ca-cert-file", files.trusted().toString()),
                "tls-auth-clients no",
                "tls-replication yes",
                line("tls-protocols", "TLSv1.2 TLSv1.3"));
    }

    private static String line(String name, String value) {
        return name + " " + quoted(value);
    }

    private static String quoted(String value) {
        return "\"%s\"".formatted(value.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
