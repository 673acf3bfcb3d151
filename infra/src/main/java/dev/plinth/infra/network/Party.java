package dev.plinth.infra.network;

/** Those who talk to each other in the network; each has a security group. */
public enum Party {
    LOAD_BALANCER("load-balancer", "Takes requests from the internet"),
    APP("app", "The pods of the API"),
    DATABASE("database", "PostgreSQL, primary and replicas"),
    CACHE("cache", "Redis");

    private final String title;
    private final String description;

    Party(String title, String description) {
        this.title = title;
        this.description = description;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }
}
