package dev.plinth.infra.backup;

import dev.plinth.infra.component.Scope;

/** Names of AWS Backup's frameworks, reports and tests. */
final class BackupTitle {
    private BackupTitle() {}

    /** The usual title in the only letters that AWS Backup takes there: letters, digits and underscores. */
    static String of(String name, Scope scope) {
        return scope.title(name).replace('-', '_');
    }
}
