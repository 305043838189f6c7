/**
 * Deckmill's REST API as a Java caller sees it: submit pages, ask after a job, fetch its deck. Only
 * the HTTP contract is known here, none of the services' classes; commands and tests use it.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.allinone.client;
