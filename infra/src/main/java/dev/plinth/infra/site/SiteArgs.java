package dev.plinth.infra.site;

/** What a site is made from: which release is live, and how long what was deleted can be brought back. */
public record SiteArgs(SiteState state, int recoveryDays) {}
