package dev.plinth.infra.network;

/** Those who talk to each other in the network; each has a security group. */
public enum Party {
    LOAD_BALANCER("load-balancer", "Takes requests from CloudFront"),
    NODES("nodes", "Nodes of the cluster, and with them the pods of the API"),
    DATABASE_PROXY("database-proxy", "Pools connections to the database"),
    DATABASE("database", "PostgreSQL, primary and replicas"),
    ROTATION("rotation", "Changes passwords of the database"),
    CACHE("cache", "Redis"),
    ENDPOINTS("endpoints", "Services of AWS inside the network");

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
