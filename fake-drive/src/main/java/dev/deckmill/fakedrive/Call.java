package dev.deckmill.fakedrive;

import dev.deckmill.fakedrive.fault.CallKind;

/**
 * One request that was seen.
 *
 * @param number from 1, over all calls
 * @param kind what it asked for
 * @param nth from 1, over the calls of its kind
 * @param method the HTTP method
 * @param path the path without its query, which may hold a session's secret
 * @param status what was answered, or 0 if the connection was dropped instead
 * @param bytesIn how many bytes of content were taken off the wire (uploads only)
 * @param fault the scripted fault it met, or an empty string
 */
public record Call(
    int number,
    CallKind kind,
    int nth,
    String method,
    String path,
    int status,
    long bytesIn,
    String fault) {}
