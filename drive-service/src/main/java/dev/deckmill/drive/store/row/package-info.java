/**
 * The tables of schema {@code drive} as entities, each with its repository. Only {@code store}
 * reads and writes them, always in a transaction of one tenant. The schema is Flyway's; Hibernate
 * makes nothing.
 *
 * <p>Entities are open classes with open fields: Hibernate extends the ones and fills the others.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.store.row;
