package dev.plinth.infra.keys;

import dev.plinth.infra.component.Place;

/** What a key is for. One key a purpose, so that access to one kind of data never opens another. */
public enum Purpose {
    DATABASE("database", "Data, logs and snapshots of PostgreSQL", Place.RECOVERY),
    CACHE("cache", "Data and snapshots of Redis"),
    SECRETS("secrets", "Passwords in Secrets Manager"),
    IMAGES("images", "Container images"),
    CLUSTER("cluster", "Secrets of Kubernetes and disks of its nodes"),
    LOGS("logs", "Log groups", Place.GLOBAL),
    AUDIT("audit", "The trail of who did what in the account"),
    NOTICES("notices", "Alarms and events on their way to people", Place.GLOBAL),
    BACKUPS("backups", "Backup vaults and exports", Place.RECOVERY);

    private final String title;
    private final String description;
    private final Place second;

    Purpose(String title, String description) {
        this(title, description, Place.HOME);
    }

    Purpose(String title, String description, Place second) {
        this.title = title;
        this.description = description;
        this.second = second;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    /** Whether there is a key for this in a place; everywhere at home, and for some in a second place. */
    boolean isIn(Place place) {
        return place == Place.HOME || place == second;
    }
}
