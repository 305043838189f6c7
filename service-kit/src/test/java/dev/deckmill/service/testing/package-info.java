/**
 * What the services' tests share: a real broker and a real database for each test run, and a look
 * at topics and spans. Published as this module's test-jar.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.service.testing;
