package dev.plinth.app.identity;

import dev.plinth.app.access.Role;

/** A user to be. */
public record NewUser(Profile profile, Role role, Password password) {}
