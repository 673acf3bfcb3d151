package dev.plinth.sandbox.api;

import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.value.Properties;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The account that the sandbox stands for: STS's GetCallerIdentity. */
public record Account(StateStore state) {
    private static final Pattern ARN = Pattern.compile("arn:aws:[^:]*:[^:]*:(\\d{12}):.*");
    /** What a provider's account is when the program names none. */
    private static final String NONE = "000000000000";

    /** The account of the resources that are there, as the program names it. */
    public String id() {
        return state.all()
                .flatMap(resource -> new Properties(resource.outputs()).text("arn").stream())
                .map(ARN::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse(NONE);
    }

    ApiService service() {
        return new ApiService.Query(
                "sts",
                "2011-06-15",
                "https://sts.amazonaws.com/doc/2011-06-15/",
                Map.of("GetCallerIdentity", (parameters, caller) -> identity()));
    }

    private List<Xml> identity() {
        var account = id();
        return List.of(
                Xml.text("Arn", "arn:aws:sts::%s:assumed-role/sandbox/sandbox".formatted(account)),
                Xml.text("UserId", "AROASANDBOX:sandbox"),
                Xml.text("Account", account));
    }
}
