package dev.plinth.ops.cloud;

import dev.plinth.ops.Failure;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Turns refusals of AWS into words: which action on which resource, and what to do. */
public final class Permissions {
    private static final int FORBIDDEN = 403;
    private static final Set<String> STALE = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");
    private static final String SIGN_IN =
            "sign in, for example: aws sso login --profile NAME, then export AWS_PROFILE=NAME";

    /** Asks AWS for something, which needs the action on the resource to be allowed. */
    public static <T> T ask(String action, String resource, Supplier<T> question) {
        try {
            return question.get();
        } catch (AwsServiceException e) {
            throw refusal(action, resource, e);
        } catch (SdkClientException e) {
            throw String.valueOf(e.getMessage()).contains("credentials")
                    ? Failure.failed("there are no AWS credentials", SIGN_IN)
                    : Failure.failed("AWS cannot be reached: " + e.getMessage());
        }
    }

    /** Like {@link #ask}, for what answers nothing of interest. */
    public static void carryOut(String action, String resource, Runnable change) {
        ask(action, resource, () -> {
            change.run();
            return true;
        });
    }

    private static RuntimeException refusal(String action, String resource, AwsServiceException e) {
        var details = e.awsErrorDetails();
        var code = details == null ? "" : String.valueOf(details.errorCode());
        if (STALE.contains(code)) {
            return Failure.failed("the AWS credentials have expired", SIGN_IN);
        } else if (e.statusCode() == FORBIDDEN || code.startsWith("AccessDenied")) {
            return Failure.failed(
                    "AWS refuses %s on %s".formatted(action, resource),
                    String.valueOf(e.getMessage()),
                    "let an administrator of the account run this command, or grant this action");
        }
        // What the caller may understand, such as that something is not there.
        return e;
    }

    private Permissions() {}
}
