package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.proxy.Action;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.value.Properties;
import java.util.List;

/** A listener's actions as the proxy's: the last one that answers counts, as those before it only authenticate. */
final class Actions {
    private Actions() {}

    static Action of(List<Properties> actions) {
        if (actions.isEmpty()) {
            throw new SandboxException("a listener or rule without an action; declare one");
        }
        var action = actions.getLast();
        var type = action.text("type").orElse("");
        return switch (type) {
            case "forward" -> forward(action);
            case "redirect" -> redirect(action.in("redirect"));
            case "fixed-response" -> fixedResponse(action.in("fixedResponse"));
            default ->
                throw new SandboxException(
                        "the sandbox's load balancer forwards, redirects and answers with a fixed response; remove the action of type "
                                + type);
        };
    }

    private static Action forward(Properties action) {
        var groups = action.in("forward").each("targetGroups").stream()
                .map(group -> new Action.WeightedGroup(
                        group.text("arn").orElse(""), group.whole("weight").orElse(1)))
                .toList();
        return new Action.Forward(
                groups.isEmpty()
                        ? List.of(new Action.WeightedGroup(
                                action.text("targetGroupArn").orElse(""), 1))
                        : groups);
    }

    private static Action redirect(Properties redirect) {
        return new Action.Redirect(
                redirect.text("protocol").orElse("#{protocol}"),
                redirect.text("host").orElse("#{host}"),
                redirect.text("port").orElse("#{port}"),
                redirect.text("path").orElse("/#{path}"),
                redirect.text("query").orElse("#{query}"),
                redirect.text("statusCode").filter("HTTP_302"::equals).isPresent() ? 302 : 301);
    }

    private static Action fixedResponse(Properties response) {
        return new Action.FixedResponse(
                response.text("statusCode").map(Integer::parseInt).orElse(200),
                response.text("contentType").orElse("text/plain"),
                response.text("messageBody").orElse(""));
    }
}
