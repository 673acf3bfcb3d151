package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Access;
import dev.plinth.app.http.Effect;
import dev.plinth.app.http.Operation;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation for every role: who is let in, and who is not. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessMatrixIT {
    /** What a person expects of the roles, said once more and not read from them. */
    private static final Map<Role, Set<String>> EXPECTED = new EnumMap<>(Map.of(
            Role.VIEWER, Set.of("metrics:read", "domains:read", "objectives:read"),
            Role.EDITOR,
                    Set.of(
                            "metrics:read",
                            "domains:read",
                            "objectives:read",
                            "metrics:write",
                            "metrics:delete",
                            "objectives:write",
                            "events:read"),
            Role.REVIEWER,
                    Set.of(
                            "metrics:read",
                            "domains:read",
                            "objectives:read",
                            "metrics:write",
                            "metrics:delete",
                            "objectives:write",
                            "events:read",
                            "metrics:publish",
                            "domains:write"),
            Role.ADMIN, Arrays.stream(Scope.values()).map(Scope::text).collect(Collectors.toSet())));

    private final RunningApp app;

    AccessMatrixIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void everyScopeGuardsAnOperation() {
        Set<Scope> guarding = new TreeSet<>();
        for (Operation operation : app.operations()) {
            if (operation.access() instanceof Access.Holders holders) {
                guarding.add(holders.scope());
            }
        }
        assertThat(guarding).containsExactly(Scope.values());
    }

    @TestFactory
    Stream<DynamicTest> aRoleIsLetInWhereItsScopesReach() {
        return app.operations().stream()
                .flatMap(operation -> Arrays.stream(Role.values())
                        .map(role -> DynamicTest.dynamicTest(
                                "%s as %s".formatted(operation.id(), role),
                                () -> judge(operation, app.as(role), isExpected(operation, role)))));
    }

    @TestFactory
    Stream<DynamicTest> nobodyIsAskedWhoTheyAre() {
        return app.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    Reply reply = call(operation, app.anonymous());
                    if (operation.access() instanceof Access.Everyone) {
                        assertThat(reply.text("/code")).as(reply.toString()).isNotEqualTo("unauthenticated");
                    } else {
                        assertThat(reply.status()).as(reply.toString()).isEqualTo(401);
                        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatProvesNothingIsRefusedEverywhere() {
        return app.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    try (Client stranger = app.with("no-such-token")) {
                        assertThat(call(operation, stranger).status()).isEqualTo(401);
                    }
                }));
    }

    private static boolean isExpected(Operation operation, Role role) {
        return switch (operation.access()) {
            case Access.Everyone everyone -> true;
            case Access.SignedIn signedIn -> true;
            case Access.Holders holders ->
                EXPECTED.getOrDefault(role, Set.of()).contains(holders.scope().text());
        };
    }

    /** The call is let in when it is refused for what it asks, which is senseless, and not for who asks. */
    private static void judge(Operation operation, Client client, boolean letIn) throws Exception {
        Reply reply = call(operation, client);
        boolean refused = reply.status() == 403 && reply.body().contains("This needs the scope");
        assertThat(refused).as(reply.toString()).isEqualTo(!letIn);
        assertThat(reply.status()).as(reply.toString()).isNotEqualTo(401).isLessThan(500);
    }

    /** A parameter that no operation knows keeps every call from having an effect. */
    private static Reply call(Operation operation, Client client) throws Exception {
        return client.send(
                operation.method().text(),
                ContractIT.concrete(operation) + "?no_such_parameter=1",
                operation.effect() == Effect.NONE ? "" : "{}",
                "Content-Type",
                "application/json",
                "If-Match",
                "*");
    }
}
