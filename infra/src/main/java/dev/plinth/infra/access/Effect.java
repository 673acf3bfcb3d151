package dev.plinth.infra.access;

/** What a statement does with the calls that it fits. */
public enum Effect {
    ALLOW("Allow"),
    /** Wins over every permission. */
    DENY("Deny");

    private final String awsName;

    Effect(String awsName) {
        this.awsName = awsName;
    }

    String awsName() {
        return awsName;
    }
}
