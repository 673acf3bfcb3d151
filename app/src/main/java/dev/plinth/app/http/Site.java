package dev.plinth.app.http;

import io.helidon.webserver.http.HttpRouting;

/**
 * What a socket serves, with the headers and the errors of all answers, and how a person can change its port.
 *
 * @param toll for requests to addresses where nothing is
 */
record Site(String portVariable, HttpRouting.Builder routing, ResponseHeaders headers, Errors errors, Toll toll) {}
