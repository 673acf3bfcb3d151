package dev.plinth.app.identity;

import dev.plinth.app.access.Role;

/** What a user shall be from now on. */
public record UserChange(Profile profile, Role role, UserStatus status) {}
