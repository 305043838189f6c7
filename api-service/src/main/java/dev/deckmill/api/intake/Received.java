package dev.deckmill.api.intake;

import java.util.List;
import java.util.Map;

/**
 * What a body brought.
 *
 * @param fields the form fields, each once
 * @param pages the pages, whose bytes are in the blob that is being written
 */
record Received(Map<String, String> fields, List<ReceivedPage> pages) {}
