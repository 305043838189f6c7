package dev.deckmill.api.outbox;

import java.time.Duration;

/**
 * A page that is to be fetched.
 *
 * @param number its number, from 1
 * @param attempt which attempt at fetching it is to be, from 1
 * @param url where it is
 * @param delay how long to wait before it is ordered
 */
public record FetchOrder(int number, int attempt, String url, Duration delay) {}
