package dev.plinth.infra.backup;

import dev.plinth.infra.keys.Keys;
import dev.plinth.infra.notices.Signals;

/** What the backups are made from. */
public record BackupArgs(BackupSpec spec, Keys keys, Signals signals) {}
