package dev.plinth.infra.audit;

import java.util.List;

/**
 * A kind of call that people are told of.
 *
 * @param pattern CloudWatch's filter for the trail's records of it
 * @param threshold how many within five minutes are news
 */
record SuspiciousCall(String name, String description, String pattern, int threshold) {
    private static final int MISTAKES = 10;

    /**
     * Those of the CIS AWS Foundations Benchmark 1.4, section 4, that a deployment does not make itself. Changes of roles,
     * routes and groups are in the trail, but an alarm that each deployment sets off is one that nobody reads.
     */
    static final List<SuspiciousCall> ALL = List.of(
            new SuspiciousCall(
                    "root",
                    "Somebody signed in as the account's root user. Only a few tasks need that, and people know of them.",
                    "{ ($.userIdentity.type = \"Root\") && ($.userIdentity.invokedBy NOT EXISTS)"
                            + " && ($.eventType != \"AwsServiceEvent\") }",
                    1),
            new SuspiciousCall(
                    "sign-in-without-mfa",
                    "Somebody signed in to the console with a password alone: one stolen password is enough.",
                    "{ ($.eventName = \"ConsoleLogin\") && ($.userIdentity.type = \"IAMUser\")"
                            + " && ($.additionalEventData.MFAUsed != \"Yes\")"
                            + " && ($.responseElements.ConsoleLogin = \"Success\") }",
                    1),
            new SuspiciousCall(
                    "failed-sign-ins",
                    "Sign-ins to the console fail again and again: somebody may be guessing passwords.",
                    "{ ($.eventName = \"ConsoleLogin\") && ($.errorMessage = \"Failed authentication\") }",
                    MISTAKES),
            new SuspiciousCall(
                    "refused-calls",
                    "AWS refuses many calls: somebody tries out what stolen keys can do, or a role lacks a permission.",
                    "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") }",
                    MISTAKES),
            new SuspiciousCall(
                    "keys",
                    "A key is switched off or will be deleted, and with it all that it encrypts.",
                    "{ ($.eventSource = \"kms.amazonaws.com\")"
                            + " && (($.eventName = \"DisableKey\") || ($.eventName = \"ScheduleKeyDeletion\")) }",
                    1),
            new SuspiciousCall(
                    "key-policies",
                    "Somebody changed who may use a key. A deployment does that only when the program changed it.",
                    "{ ($.eventSource = \"kms.amazonaws.com\") && ($.eventName = \"PutKeyPolicy\") }",
                    1),
            new SuspiciousCall(
                    "trail",
                    "The record of who did what was changed or stopped.",
                    "{ ($.eventSource = \"cloudtrail.amazonaws.com\") && (($.eventName = \"UpdateTrail\")"
                            + " || ($.eventName = \"DeleteTrail\") || ($.eventName = \"StopLogging\")"
                            + " || ($.eventName = \"PutEventSelectors\")) }",
                    1),
            new SuspiciousCall(
                    "threat-detection",
                    "The search for attacks was changed or stopped.",
                    "{ ($.eventSource = \"guardduty.amazonaws.com\") && (($.eventName = \"DeleteDetector\")"
                            + " || ($.eventName = \"UpdateDetector\") || ($.eventName = \"CreateFilter\")) }",
                    1));
}
