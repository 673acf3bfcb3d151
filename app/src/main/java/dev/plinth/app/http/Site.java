package dev.plinth.app.http;

import io.helidon.webserver.http.HttpRouting;

/** What a socket serves, and how a person can change its port. */
record Site(String portVariable, HttpRouting.Builder routing, ResponseHeaders headers) {}
