/** What the tests of this service share: clients, stand-ins for the workers, a look at the rows. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.testing;
