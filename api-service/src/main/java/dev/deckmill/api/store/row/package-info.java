/**
 * Tables of schema {@code api} as entities, each with its repository: what is found by its key or
 * by a filter, and what is written as it is. Only the rooms of {@code store} use them, always in a
 * transaction of {@link dev.deckmill.api.store.sql.AppDatabase}. The schema is Flyway's; Hibernate
 * makes nothing.
 *
 * <p>Entities are open classes with open fields: Hibernate extends the ones and fills the others.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.store.row;
