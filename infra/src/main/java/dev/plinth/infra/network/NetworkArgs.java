package dev.plinth.infra.network;

import dev.plinth.infra.notices.Signals;

/** What a network is made from. */
public record NetworkArgs(NetworkSpec spec, Signals signals) {}
